import type { ResultView } from '../../contract/results/results.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

type Level = ResultView['levels'][number];
/** Figures of one person, whatever the vote. */
export type Figures = Omit<ResultView['subjects'][number], 'id' | 'tier' | 'article' | 'consequence'>;

/** So many levels have a pattern of their own; a form has three or four. */
const patterns = 4;
const patternOf = (levelIndex: number) => `level-pattern-${(levelIndex % patterns) + 1}`;

/** The patterns that tell the levels apart without colour; once for all charts of the page. */
export function LevelPatterns({ levels }: { readonly levels: number }) {
  const drawn = Array.from({ length: Math.min(levels, patterns) }, (_, levelIndex) => levelIndex);
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {drawn.map((levelIndex) => (
          <pattern key={levelIndex} id={patternOf(levelIndex)} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" class={`level-ground-${levelIndex + 1}`} />
            {levelIndex === 1 && <path d="M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6" class="level-line-2" />}
            {levelIndex === 2 && <path d="M2 2h2v2h-2z M6 6h2v2h-2z" class="level-dot-3" />}
            {levelIndex === 3 && <path d="M0 0 L8 8 M8 0 L0 8" class="level-line-4" />}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** What each pattern stands for. */
export function Legend({ levels }: { readonly levels: readonly Level[] }) {
  const { t, pick } = useTranslation(sentences);
  const entries = [
    ...levels.map(({ id, label }, levelIndex) => ({ id, label: pick(label), fill: `url(#${patternOf(levelIndex)})` })),
    { id: 'invalid', label: t('invalid'), fill: 'none' },
  ];
  return (
    <ul class="legend" aria-label={t('legend')}>
      {entries.map(({ id, label, fill }) => (
        <li key={id}>
          <svg width="26" height="18" aria-hidden="true" focusable="false">
            <rect x="1" y="1" width="24" height="16" fill={fill} class="bar-edge" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

interface BarProps {
  readonly levels: readonly Level[];
  readonly figures: Figures;
}

/** All ballots collected as one bar: a part for each level, the rest for ballots that are invalid for this person. */
export function LevelBar({ levels, figures }: BarProps) {
  const { t, pick } = useTranslation(sentences);
  const { name, collected, invalid } = figures;
  const counts = levels.map(({ id, label }, levelIndex) => ({
    id,
    label: pick(label),
    count: figures.levels[id]?.count ?? 0,
    fill: `url(#${patternOf(levelIndex)})`,
  }));
  const parts = [...counts, { id: 'invalid', label: t('invalid'), count: invalid, fill: 'none' }];
  const spoken = parts.map(({ label, count }) => `${label} ${count}`).join(', ');
  const share = (count: number) => (collected === 0 ? 0 : (100 * count) / collected);
  let start = 0;
  return (
    <svg class="level-bar" height="42" role="img" aria-label={t('chartOf', { name, collected, parts: spoken })}>
      {parts.map(({ id, count, fill }) => {
        const [x, width] = [start, share(count)];
        start += width;
        return (
          <g key={id}>
            {count > 0 && <rect x={`${x}%`} y="1" width={`${width}%`} height="22" fill={fill} class="bar-edge" />}
            {width >= 7 && (
              <text x={`${x + width / 2}%`} y="39" text-anchor="middle" class="bar-count">
                {count}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
