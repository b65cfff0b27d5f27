import type { ResultView } from '../../contract/results/results.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

const kinds: Readonly<Record<string, 'unanimous' | 'allButOne' | 'oneLevelOnly'>> = {
  unanimous: 'unanimous',
  'all-but-one': 'allButOne',
  'one-level-only': 'oneLevelOnly',
};

/** Totals that tell what single people have marked. */
export function Warnings({ view: { warnings, subjects } }: { readonly view: ResultView }) {
  const { t } = useTranslation(sentences);
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
