import type { ResultView } from '../../contract/results/results.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate, showDayOf } from '../shared/show/show-date.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly view: ResultView;
}

/** When, by which rules, for whom; and whatever has to be known before the figures are read. */
export function ResultHead({ view }: Props) {
  const { say, own, language } = useTranslation(sentences);
  const { annulment, publishedAt, superior, missingTellers, deviation } = view;
  const annulledNote = ({ at, decision, reason }: NonNullable<ResultView['annulment']>) =>
    say('annulled', { date: showDayOf(language, at), decision, reason });
  const date = publishedAt === null ? '' : showDayOf(language, publishedAt);
  return (
    <>
      {annulment && (
        <p class="note alarm">
          <strong>{annulledNote(annulment)}</strong>
        </p>
      )}
      {publishedAt === null && <p class="note note-strong">{say('notPublished')}</p>}
      <p>
        {say('heldOn', { date: showDate(language, view.heldOn) })}. {own(view.citation)}.
      </p>
      {publishedAt !== null && (
        <p>{superior === null ? say('publishedHere', { date }) : say('publishedOn', { date, superior })}</p>
      )}
      <Figures view={view} />
      {missingTellers.length > 0 && <p>{say('missingTellers', { names: missingTellers.join(', ') })}</p>}
      {deviation !== null && <p>{say('deviation', { text: deviation })}</p>}
    </>
  );
}

function Figures({ view }: Props) {
  const { say, own } = useTranslation(sentences);
  const figures = [
    [say('summoned'), view.summoned],
    [say('present'), view.present],
    [say('issued'), view.issued],
    [say('collected'), view.collected],
    [say('invalidBallots'), view.invalid],
  ] as const;
  const reasons = view.invalidSheetReasons
    .filter(({ id }) => view.invalidReasons[id])
    .map(({ id, label }) => `${own(label)} (${view.invalidReasons[id]})`);
  return (
    <section aria-label={say('figures')}>
      <dl class="figures">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {reasons.length > 0 && <p class="small">{say('invalidFor', { reasons: reasons.join('; ') })}</p>}
    </section>
  );
}
