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
import { useHalfTermSpeech } from './speech.ts';
import { Stage } from './stage.tsx';

interface Props {
  readonly committeeId: CommitteeId;
  readonly name: string;
  readonly term: string;
}

/** How many targets each directly subordinate committee met, exceeded, did not meet. */
export function RollUpScreen({ committeeId, name, term }: Props) {
  const { say, own } = useHalfTermSpeech();
  const ranks = useRanks();
  const rankName = (id: string) => {
    const rank = ranks.find((one) => one.id === id);
    return rank === undefined ? '' : own(rank.label);
  };
  const connection = useConnection();
  const rollUp = useLoad(
    () => call(connection, readTargetsBelow, { params: { committeeId }, query: { term } }),
    [committeeId, term],
  );
  return (
    <>
      <p class="back">
        <a href={hashTo(committeeId, term)}>{say('ofTerm', { term })}</a>
      </p>
      <ScreenTitle>{say('belowTitle', { term })}</ScreenTitle>
      <p>{name}</p>
      <Loaded of={rollUp}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p class="empty">{say('nobodyBelow')}</p>
          ) : (
            <>
              <p>
                {say('finishedBelow', {
                  count: rows.filter(({ finishedAt }) => finishedAt !== null).length,
                  all: rows.length,
                })}
              </p>
              <TableBox name={say('belowTitle', { term })}>
                <table class="table">
                  <thead>
                    <tr>
                      <th scope="col">{say('committee')}</th>
                      <th scope="col" class="number">
                        {say('exceeded')}
                      </th>
                      <th scope="col" class="number">
                        {say('met')}
                      </th>
                      <th scope="col" class="number">
                        {say('notMet')}
                      </th>
                      <th scope="col" class="number">
                        {say('notKnown')}
                      </th>
                      <th scope="col">{say('stage')}</th>
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
                          <td colSpan={5}>{say('noReviewYet')}</td>
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
                      <th scope="row">{say('total')}</th>
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
