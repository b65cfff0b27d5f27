import type * as z from 'zod/mini';
import type { listRanks } from '../../contract/committee/ranks.ts';
import type { boardRow } from '../../contract/plans/plans.ts';
import { DaysLeft } from '../shared/show/days-left.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { ProgressBadge } from './progress-badge.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly rows: readonly z.infer<typeof boardRow>[];
  readonly ranks: z.infer<(typeof listRanks.replies)[200]>;
}

export function BoardRows({ rows, ranks }: Props) {
  const { t, pick, language } = useTranslation(sentences);
  if (rows.length === 0) return <p class="empty">{t('nobodyFits')}</p>;
  const labels = new Map(ranks.map(({ id, label }) => [id, pick(label)]));
  return (
    <TableBox name={t('committeesTitle')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('committee')}</th>
            <th scope="col">{t('rank')}</th>
            <th scope="col">{t('progress')}</th>
            <th scope="col">{t('dueOn')}</th>
            <th scope="col">{t('timeLeft')}</th>
            <th scope="col">{t('heldOn')}</th>
            <th scope="col">{t('attendedBy')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.committeeId}>
              <th scope="row">
                {row.name}
                {row.pilot && (
                  <>
                    {' '}
                    <span class="badge">{t('pilot')}</span>
                  </>
                )}
                <br />
                <span class="quiet small">{row.directorName}</span>
              </th>
              <td>{labels.get(row.rank) ?? row.rank}</td>
              <td>
                <ProgressBadge progress={row.progress} />
              </td>
              <td>{row.dueOn && showDate(language, row.dueOn)}</td>
              <td>
                <DaysLeft days={row.daysLeft} />
              </td>
              <td>{row.heldOn && showDate(language, row.heldOn)}</td>
              <td>{row.attending.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
