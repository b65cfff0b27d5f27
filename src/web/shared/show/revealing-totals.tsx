import type { ResultView } from '../../../contract/results/results.ts';
import { revealingSentences } from './revealing-sentences.ts';
import { useTranslation } from './sentences.ts';

const kinds: Readonly<Record<string, 'unanimous' | 'allButOne' | 'oneLevelOnly'>> = {
  unanimous: 'unanimous',
  'all-but-one': 'allButOne',
  'one-level-only': 'oneLevelOnly',
};

/** Totals that tell what single people have marked: for readers of a result, and for the chair before it is published. */
export function RevealingTotals({ result: { warnings, subjects } }: { readonly result: ResultView }) {
  const { t } = useTranslation(revealingSentences);
  if (warnings.length === 0) return null;
  return (
    <section class="note note-strong">
      <h2>{t('warnTitle')}</h2>
      <p>{t('warnPurpose')}</p>
      <ul>
        {warnings.map(({ kind, subject }) => {
          const name = subjects[subject]?.name ?? '';
          return <li key={subject}>{t(kinds[kind] ?? 'oneLevelOnly', { name })}</li>;
        })}
      </ul>
    </section>
  );
}
