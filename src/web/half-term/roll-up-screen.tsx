import { call } from '../../client/api.ts';
import { readTargetsBelow } from '../../contract/half-term.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { useConnection } from '../shared/connection.ts';
import { hashTo } from '../shared/hash.ts';
import { Loaded } from '../shared/loaded.tsx';
import { ScreenTitle } from '../shared/screen-title.tsx';
import { TableBox } from '../shared/table-box.tsx';
import { useLevels } from '../shared/use-levels.ts';
import { useLoad } from '../shared/use-load.ts';
import { useHalfTermSpeech } from './speech.ts';
import { Stage } from './stage.tsx';

interface Props {
  readonly committeeId: CommitteeId;
  readonly term: string;
}

/** How many targets each directly subordinate committee met, exceeded, did not meet. */
export function RollUpScreen({ committeeId, term }: Props) {
  const { say, own } = useHalfTermSpeech();
  const levels = useLevels();
  const levelName = (id: string) => {
    const level = levels.find((one) => one.id === id);
    return level === undefined ? '' : own(level.label);
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
      <ScreenTitle>{say('belowTitle')}</ScreenTitle>
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
              <TableBox name={say('belowTitle')}>
                <table class="table">
                  <thead>
                    <tr>
                      <th scope="col">{say('committee')}</th>
                      <th scope="col">{say('level')}</th>
                      <th scope="col">{say('exceeded')}</th>
                      <th scope="col">{say('met')}</th>
                      <th scope="col">{say('notMet')}</th>
                      <th scope="col">{say('notKnown')}</th>
                      <th scope="col">{say('stage')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.committeeId}>
                        <th scope="row">
                          {row.counts === null ? row.name : <a href={hashTo(row.committeeId, term)}>{row.name}</a>}
                        </th>
                        <td>{levelName(row.level)}</td>
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
                      <th scope="row" colSpan={2}>
                        {say('total')}
                      </th>
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
