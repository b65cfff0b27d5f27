import { call } from '../../client/api.ts';
import { listSessions } from '../../contract/session/sessions.ts';
import { sessionId as sessionIdSchema } from '../../domain/session/session.ts';
import { useConnection } from '../shared/connection.ts';
import { hashTo, useHash } from '../shared/hash.ts';
import { Loaded } from '../shared/loaded.tsx';
import { OfficePage } from '../shared/office-page.tsx';
import { ScreenTitle } from '../shared/screen-title.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { StateBadge } from '../shared/state-badge.tsx';
import { useLoad } from '../shared/use-load.ts';
import { DeskSession } from './desk-session.tsx';
import { sentences } from './sentences.ts';

/** The counting desk: where sheets from the box are keyed. */
export function DeskPage() {
  const { say } = useSpeech(sentences);
  const [first] = useHash();
  const sessionId = sessionIdSchema.safeParse(first).data;
  return (
    <OfficePage title={say('tab')}>
      {sessionId === undefined ? <Sessions /> : <DeskSession key={sessionId} sessionId={sessionId} />}
    </OfficePage>
  );
}

function Sessions() {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  const loaded = useLoad(() => call(connection, listSessions), []);
  return (
    <>
      <ScreenTitle>{say('title')}</ScreenTitle>
      <Loaded of={loaded}>
        {(sessions) => {
          const counting = sessions.filter(({ mine, state }) => mine.includes('teller') && state === 'counting');
          if (counting.length === 0) return <p class="empty">{say('listEmpty')}</p>;
          return (
            <ul class="entries">
              {counting.map(({ id, title, committeeName, state }) => (
                <li key={id}>
                  <p>
                    <a href={hashTo(id)}>
                      {committeeName}: {title}
                    </a>
                    <br />
                    <StateBadge state={state} />
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
