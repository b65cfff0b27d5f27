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
  const { say, own, language } = useTranslation(sentences);
  if (rows.length === 0) return <p class="empty">{say('nobodyFits')}</p>;
  const labels = new Map(ranks.map(({ id, label }) => [id, own(label)]));
  return (
    <TableBox name={say('committeesTitle')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say('committee')}</th>
            <th scope="col">{say('rank')}</th>
            <th scope="col">{say('progress')}</th>
            <th scope="col">{say('dueOn')}</th>
            <th scope="col">{say('timeLeft')}</th>
            <th scope="col">{say('heldOn')}</th>
            <th scope="col">{say('attendedBy')}</th>
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
                    <span class="badge">{say('pilot')}</span>
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
