import { call } from '../../client/api.ts';
import { listCommittees } from '../../contract/committees.ts';
import { useConnection } from '../shared/connection.ts';
import { hashTo } from '../shared/hash.ts';
import { Loaded } from '../shared/loaded.tsx';
import { ScreenTitle } from '../shared/screen-title.tsx';
import { useAccount } from '../shared/use-account.ts';
import { useLoad } from '../shared/use-load.ts';
import { useHalfTermSpeech } from './speech.ts';

/** The committees whose reviews the reader keeps. */
export function MyCommittees() {
  const { say } = useHalfTermSpeech();
  const connection = useConnection();
  const { id, grants } = useAccount();
  const served = new Set<string>(grants.map(({ committeeId }) => committeeId));
  const committees = useLoad(() => call(connection, listCommittees), [id]);
  return (
    <>
      <ScreenTitle>{say('pageTitle')}</ScreenTitle>
      <p>{say('explained')}</p>
      {served.size === 0 && <p class="empty">{say('noRole')}</p>}
      <Loaded of={committees}>
        {(all) => (
          <ul class="entries">
            {all
              .filter((one) => served.has(one.id))
              .map((one) => (
                <li key={one.id}>
                  <a href={hashTo(one.id)}>{one.name}</a>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}
