import type { ReviewView } from '../../../contract/half-term/half-term.ts';
import { useTranslation } from '../show/sentences.ts';
import { halfTermSentences } from './half-term-sentences.ts';
import { showNumber } from './show-amount.ts';
import { TargetList } from './target-list.tsx';

interface Props {
  readonly view: ReviewView;
}

/** What the half term has come to: the targets, and each weakness with its causes and remedies. */
export function ReviewFindings({ view }: Props) {
  const { t } = useTranslation(halfTermSentences);
  const { counts, targets, weaknesses, causes, remedies } = view;
  const numbers = {
    exceeded: counts.exceeded,
    met: counts.met,
    notMet: counts['not-met'],
    notKnown: counts['not-known'],
  };
  return (
    <>
      <section>
        <h2>{t('targets')}</h2>
        <p>{targets.length === 0 ? t('noTargets') : t('countsLine', numbers)}</p>
        {targets.length > 0 && <TargetList targets={targets} />}
      </section>
      {weaknesses.length > 0 && (
        <section>
          <h2>{t('weaknesses')}</h2>
          <ol class="weaknesses">
            {weaknesses.map(({ id, text }) => (
              <li key={id}>
                <p class="wording">
                  <strong>{text}</strong>
                </p>
                <Answers name={t('causes')} all={causes} weaknessId={id} />
                <Answers name={t('remedies')} all={remedies} weaknessId={id} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

interface AnswersProps {
  readonly name: string;
  readonly all: ReviewView['causes'];
  readonly weaknessId: string;
}

function Answers({ name, all, weaknessId }: AnswersProps) {
  const own = all.filter((one) => one.weaknessId === weaknessId);
  if (own.length === 0) return null;
  return (
    <div class="answers">
      <p class="quiet small">{name}</p>
      <ul>
        {own.map(({ text }) => (
          <li key={text} class="wording">
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How long the conference lasts, its agenda, who was there, and what its groups said. */
export function ReviewConference({ view }: Props) {
  const { t, language } = useTranslation(halfTermSentences);
  const { halfTerm, yearEnd } = view.attendance;
  const { days, agenda } = view.conference;
  const isSilent = days === null && agenda.length === 0 && halfTerm === null && yearEnd === null;
  return (
    <>
      {!isSilent && (
        <section>
          <h2>{t('conference')}</h2>
          {days !== null && <p>{t('lasts', { days: showNumber(language, days) })}</p>}
          {halfTerm && <p>{t('halfTermAttended', { ...halfTerm })}</p>}
          {yearEnd && <p>{t('yearEndAttended', { ...yearEnd })}</p>}
          {agenda.length > 0 && (
            <>
              <h3>{t('agenda')}</h3>
              <ol class="agenda">
                {agenda.map(({ time, item }) => (
                  <li key={`${time} ${item}`}>
                    {time !== '' && <strong>{time}</strong>} {item}
                  </li>
                ))}
              </ol>
            </>
          )}
        </section>
      )}
      {view.groups.length > 0 && (
        <section>
          <h2>{t('groups')}</h2>
          {view.groups.map(({ name, chair, notes }) => (
            <div key={`${name} ${chair}`} class="group">
              <h3>{name}</h3>
              <p class="quiet small">{t('groupChairIs', { name: chair })}</p>
              {notes !== '' && <p class="wording">{notes}</p>}
            </div>
          ))}
        </section>
      )}
    </>
  );
}
