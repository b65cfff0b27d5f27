import type * as z from 'zod/mini';
import type { listRanks } from '../../contract/committee/ranks.ts';
import type { readBoard } from '../../contract/plans/plans.ts';
import { planProgresses } from '../../domain/plan/plan-progress.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { progressWords } from './progress-badge.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly board: z.infer<(typeof readBoard.replies)[200]>;
  readonly ranks: z.infer<(typeof listRanks.replies)[200]>;
}

/** How many of each rank are how far. */
export function BoardCounts({ board, ranks }: Props) {
  const { t, pick } = useTranslation(sentences);
  return (
    <TableBox name={t('countsTitle')}>
      <table class="table">
        <caption>{t('countsTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rank')}</th>
            <th scope="col" class="number">
              {t('total')}
            </th>
            {planProgresses.map((progress) => (
              <th key={progress} scope="col" class="number">
                {t(progressWords[progress])}
              </th>
            ))}
            <th scope="col" class="number">
              {t('late')}
            </th>
          </tr>
        </thead>
        <tbody>
          {board.ranks.map((line) => {
            const rank = ranks.find(({ id }) => id === line.rank);
            return (
              <tr key={line.rank}>
                <th scope="row">{rank ? pick(rank.label) : line.rank}</th>
                <td class="number">{line.total}</td>
                {planProgresses.map((progress) => (
                  <td key={progress} class="number">
                    {line.states[progress]}
                  </td>
                ))}
                <td class="number">{line.late > 0 ? <strong class="due-late">{line.late}</strong> : 0}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableBox>
  );
}
