import { call } from '../../client/api.ts';
import { listSessions } from '../../contract/session/sessions.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useAccount } from '../shared/frame/use-account.ts';
import { useReader } from '../shared/frame/use-reader.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { StateBadge } from '../shared/show/state-badge.tsx';
import { sentences } from './sentences.ts';

/** The sessions of committees that somebody chairs, or serves as briefer or office. */
export function SessionList() {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const { id } = useAccount();
  const reader = useReader();
  const loaded = useLoad(() => call(connection, listSessions), [id]);
  const locked = useLater(() => import('./locked-sessions.tsx'));
  const served = reader.served();
  const drawUp = reader.served('chair').size > 0 && (
    <p>
      <a class="button main-button" href={hashTo('new')}>
        {t('newSession')}
      </a>
    </p>
  );
  return (
    <>
      <ScreenTitle>{t('consoleTitle')}</ScreenTitle>
      <Loaded of={locked}>{({ LockedSessions }) => <LockedSessions />}</Loaded>
      {served.size === 0 && <p class="empty">{t('noRole')}</p>}
      <Loaded of={loaded}>
        {(sessions) => {
          const mine = sessions.filter(({ committeeId }) => served.has(committeeId));
          if (mine.length === 0) {
            return (
              served.size > 0 && (
                <div class="empty">
                  {t('noSessions')}
                  {drawUp}
                </div>
              )
            );
          }
          return (
            <>
              {drawUp}
              <ul class="entries">
                {mine.map((session) => (
                  <li key={session.id}>
                    <p>
                      <a href={hashTo(session.id)}>
                        {session.committeeName}: {session.title}
                      </a>
                      <br />
                      {showDate(language, session.heldOn)} <StateBadge state={session.state} />
                    </p>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </>
  );
}
