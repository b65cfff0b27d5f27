import { call } from '../../client/api.ts';
import { readTargetsBelow } from '../../contract/half-term/half-term.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useRanks } from '../shared/forms/use-ranks.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { TableBox } from '../shared/show/table-box.tsx';
import { Stage } from './stage.tsx';
import { useHalfTermTranslation } from './translation.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly name: string;
  readonly term: string;
}

/** How many targets each directly subordinate committee met, exceeded, did not meet. */
export function RollUpScreen({ committeeId, name, term }: Props) {
  const { t, pick } = useHalfTermTranslation();
  const ranks = useRanks();
  const rankName = (id: string) => {
    const rank = ranks.find((one) => one.id === id);
    return rank === undefined ? '' : pick(rank.label);
  };
  const connection = useConnection();
  const rollUp = useLoad(
    () => call(connection, readTargetsBelow, { params: { committeeId }, query: { term } }),
    [committeeId, term],
  );
  return (
    <>
      <p class="back">
        <a href={hashTo(committeeId, term)}>{t('ofTerm', { term })}</a>
      </p>
      <ScreenTitle>{t('belowTitle', { term })}</ScreenTitle>
      <p>{name}</p>
      <Loaded of={rollUp}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p class="empty">{t('nobodyBelow')}</p>
          ) : (
            <>
              <p>
                {t('finishedBelow', {
                  count: rows.filter(({ finishedAt }) => finishedAt !== null).length,
                  all: rows.length,
                })}
              </p>
              <TableBox name={t('belowTitle', { term })}>
                <table class="table">
                  <thead>
                    <tr>
                      <th scope="col">{t('committee')}</th>
                      <th scope="col" class="number">
                        {t('exceeded')}
                      </th>
                      <th scope="col" class="number">
                        {t('met')}
                      </th>
                      <th scope="col" class="number">
                        {t('notMet')}
                      </th>
                      <th scope="col" class="number">
                        {t('notKnown')}
                      </th>
                      <th scope="col">{t('stage')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.committeeId}>
                        <th scope="row">
                          {row.counts === null ? row.name : <a href={hashTo(row.committeeId, term)}>{row.name}</a>}
                          <span class="quiet small hint-line">{rankName(row.rank)}</span>
                        </th>
                        {row.counts === null ? (
                          <td colSpan={5}>{t('noReviewYet')}</td>
                        ) : (
                          <>
                            <Numbers of={row.counts} />
                            <td>
                              <Stage finishedAt={row.finishedAt} />
                            </td>
                          </>
                        )}
                      </tr>
                    ))}
                    <tr>
                      <th scope="row">{t('total')}</th>
                      <Numbers of={total} />
                      <td />
                    </tr>
                  </tbody>
                </table>
              </TableBox>
            </>
          )
        }
      </Loaded>
    </>
  );
}

const standings = ['exceeded', 'met', 'not-met', 'not-known'] as const;

function Numbers({ of }: { readonly of: Readonly<Record<(typeof standings)[number], number>> }) {
  return (
    <>
      {standings.map((one) => (
        <td key={one} class="number">
          {of[one]}
        </td>
      ))}
    </>
  );
}
