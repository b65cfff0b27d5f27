import type { ComponentChildren } from 'preact';
import type { ResultView } from '../../contract/results/results.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { type Figures, LevelBar } from './level-bar.tsx';
import { sentences } from './sentences.ts';
import { showPercent } from './show-percent.ts';

interface Props {
  readonly title: ComponentChildren;
  readonly vote: Pick<ResultView, 'levels' | 'base'>;
  readonly figures: Figures;
  readonly children?: ComponentChildren;
}

interface CountsOf {
  readonly figures: Pick<Figures, 'levels'>;
}

/** What one person had in one vote, in the words of its own form. */
export function VoteLine({ title, vote, figures, children }: Props) {
  const { t } = useTranslation(sentences);
  return (
    <div class="earlier-line">
      <p>
        <strong>{title}</strong>
      </p>
      <LevelBar levels={vote.levels} figures={figures} />
      <p class="small">
        <Counts vote={vote} figures={figures} /> · {t('invalidCount', { count: figures.invalid })}
      </p>
      {children}
    </div>
  );
}

/** Each level's ballots out of the base, with the percentage. */
export function Counts({ vote: { levels, base }, figures }: Pick<Props, 'vote'> & CountsOf) {
  const { pick, language } = useTranslation(sentences);
  const counts = levels.map(({ id, label }) => {
    const { count, percent } = figures.levels[id] ?? { count: 0, percent: '0.00' };
    return `${pick(label)} ${count}/${base.value} (${showPercent(language, percent)})`;
  });
  return <>{counts.join(' · ')}</>;
}
