import { useTranslation } from '../shared/show/sentences.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { noDeadline, type WrittenProvisions } from './provisions.ts';
import type { ShownRank } from './rank-label.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly ranks: readonly (ShownRank & { readonly to: string | null })[];
  readonly deadlines: WrittenProvisions['deadlines'];
  onInput(deadlines: WrittenProvisions['deadlines']): void;
}

/** One line for each rank; a rank without a day does not take part. */
export function DeadlineFields({ ranks, deadlines, onInput }: Props) {
  const { t, pick } = useTranslation(sentences);
  // A rank that has ended owes nothing any more, unless the plan names it already.
  const offered = ranks.filter(({ id, to }) => to === null || deadlines[id] !== undefined);
  return (
    <fieldset class="field part wide">
      <legend>{t('deadlinesTitle')}</legend>
      <p class="quiet small hint">{t('deadlinesHint')}</p>
      <p class="quiet small hint">{t('conferenceDaysHint')}</p>
      <TableBox name={t('deadlinesTitle')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('rank')}</th>
              <th scope="col">{t('voteBy')}</th>
              <th scope="col">{t('reportBy')}</th>
              <th scope="col">{t('conferenceDays')}</th>
            </tr>
          </thead>
          <tbody>
            {offered.map(({ id, label }) => {
              const line = deadlines[id] ?? noDeadline;
              return (
                <tr key={id}>
                  <th scope="row">{pick(label)}</th>
                  {(['by', 'reportBy'] as const).map((day) => (
                    <td key={day}>
                      <input
                        type="date"
                        aria-label={`${pick(label)}: ${t(day === 'by' ? 'voteBy' : 'reportBy')}`}
                        value={line[day]}
                        onInput={(event) =>
                          onInput({ ...deadlines, [id]: { ...line, [day]: event.currentTarget.value } })
                        }
                      />
                    </td>
                  ))}
                  <td class="from-to">
                    {(['shortest', 'longest'] as const).map((end) => (
                      <input
                        key={end}
                        type="number"
                        min="0.5"
                        max="30"
                        step="0.5"
                        placeholder={t(end)}
                        aria-label={`${pick(label)}: ${t(end === 'shortest' ? 'shortestConference' : 'longestConference')}`}
                        value={line[end]}
                        onInput={(event) =>
                          onInput({ ...deadlines, [id]: { ...line, [end]: event.currentTarget.value } })
                        }
                      />
                    ))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
    </fieldset>
  );
}
