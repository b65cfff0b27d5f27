import { call } from '../../client/api.ts';
import { readResult } from '../../contract/results.ts';
import { type ListedSession, listSessions } from '../../contract/sessions.ts';
import { useConnection } from '../shared/connection.ts';
import { hashTo } from '../shared/hash.ts';
import { Loaded } from '../shared/loaded.tsx';
import { ScreenTitle } from '../shared/screen-title.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { showDate } from '../shared/show-date.ts';
import { useAccount } from '../shared/use-account.ts';
import { useLoad } from '../shared/use-load.ts';
import { RollUpLinks } from './roll-up-links.tsx';
import { sentences } from './sentences.ts';

/** Results of my committees and of those below them, the newest conference first. */
export function ResultList() {
  const { say, language } = useSpeech(sentences);
  const connection = useConnection();
  const { id } = useAccount();
  const sessions = useLoad(() => call(connection, listSessions), [id]);
  return (
    <>
      <ScreenTitle>{say('listTitle')}</ScreenTitle>
      <p>{say('listPurpose')}</p>
      <RollUpLinks />
      <Loaded of={sessions}>
        {(all) => {
          const readable = all.filter(isReadable);
          if (readable.length === 0) return <p class="empty">{say('listEmpty')}</p>;
          return (
            <ul class="entries">
              {readable.map((session) => (
                <li key={session.id}>
                  <p>
                    <a href={hashTo(session.id)}>
                      {session.committeeName}: {session.title}
                    </a>
                    <br />
                    {say('heldOn', { date: showDate(language, session.heldOn) })}
                  </p>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </>
  );
}

function isReadable({ state, mine }: ListedSession): boolean {
  const readers: readonly string[] = readResult.access;
  return state === 'published' && mine.some((relation) => readers.includes(relation));
}
