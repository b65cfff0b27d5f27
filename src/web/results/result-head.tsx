import type { ResultView } from '../../contract/results/results.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate, showDayOf } from '../shared/show/show-date.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly view: ResultView;
}

/** When, by which rules, for whom; and whatever has to be known before the figures are read. */
export function ResultHead({ view }: Props) {
  const { t, pick, language } = useTranslation(sentences);
  const { annulment, publishedAt, superiorName: superior, missingTellers, deviation } = view;
  const annulledNote = ({ at, decision, reason }: NonNullable<ResultView['annulment']>) =>
    t('annulled', { date: showDayOf(language, at), decision, reason });
  const date = publishedAt === null ? '' : showDayOf(language, publishedAt);
  return (
    <>
      {annulment && (
        <p class="note alarm">
          <strong>{annulledNote(annulment)}</strong>
        </p>
      )}
      {publishedAt === null && <p class="note note-strong">{t('notPublished')}</p>}
      <p>
        {t('heldOn', { date: showDate(language, view.heldOn) })}. {pick(view.citation)}.
      </p>
      {publishedAt !== null && (
        <p>{superior === null ? t('publishedHere', { date }) : t('publishedOn', { date, superior })}</p>
      )}
      <Figures view={view} />
      {missingTellers.length > 0 && <p>{t('missingTellers', { names: missingTellers.join(', ') })}</p>}
      {deviation !== null && <p>{t('deviation', { text: deviation })}</p>}
    </>
  );
}

function Figures({ view }: Props) {
  const { t, pick } = useTranslation(sentences);
  const figures = [
    [t('summoned'), view.summoned],
    [t('present'), view.present],
    [t('issued'), view.issued],
    [t('collected'), view.collected],
    [t('invalidBallots'), view.invalid],
  ] as const;
  const reasons = view.invalidSheetReasons
    .filter(({ id }) => view.invalidReasons[id])
    .map(({ id, label }) => `${pick(label)} (${view.invalidReasons[id]})`);
  return (
    <section aria-label={t('figures')}>
      <dl class="figures">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {reasons.length > 0 && <p class="small">{t('invalidFor', { reasons: reasons.join('; ') })}</p>}
    </section>
  );
}
