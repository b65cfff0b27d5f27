import { call } from '../../client/api.ts';
import { listSessions } from '../../contract/session/sessions.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { showDate } from '../shared/show/show-date.ts';
import { StateBadge } from '../shared/show/state-badge.tsx';
import { useTellerTranslation } from './translation.ts';

/** The votes in which the signed-in person is a teller. */
export function SessionList() {
  const { t, language } = useTellerTranslation();
  const connection = useConnection();
  const loaded = useLoad(() => call(connection, listSessions), []);
  return (
    <>
      <ScreenTitle>{t('listTitle')}</ScreenTitle>
      <Loaded of={loaded}>
        {(sessions) => {
          const told = sessions.filter(({ mine }) => mine.includes('teller'));
          if (told.length === 0) return <p class="empty">{t('listEmpty')}</p>;
          return (
            <ul class="entries">
              {told.map((session) => (
                <li key={session.id}>
                  <p>
                    <a class="entry-link" href={hashTo(session.id)}>
                      {session.committeeName}: {session.title}
                    </a>
                    {showDate(language, session.heldOn)} <StateBadge state={session.state} />
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
