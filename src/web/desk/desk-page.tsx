import { call } from '../../client/api.ts';
import { listSessions } from '../../contract/session/sessions.ts';
import { sessionId as sessionIdSchema } from '../../domain/session/session.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo, useHash } from '../shared/frame/hash.ts';
import { OfficePage } from '../shared/frame/office-page.tsx';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { StateBadge } from '../shared/show/state-badge.tsx';
import { DeskSession } from './desk-session.tsx';
import { sentences } from './sentences.ts';

/** The counting desk: where sheets from the box are keyed. */
export function DeskPage() {
  const { t } = useTranslation(sentences);
  const [first] = useHash();
  const sessionId = sessionIdSchema.safeParse(first).data;
  return (
    <OfficePage title={t('tab')}>
      {sessionId === undefined ? <Sessions /> : <DeskSession key={sessionId} sessionId={sessionId} />}
    </OfficePage>
  );
}

function Sessions() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const loaded = useLoad(() => call(connection, listSessions), []);
  return (
    <>
      <ScreenTitle>{t('title')}</ScreenTitle>
      <Loaded of={loaded}>
        {(sessions) => {
          const counting = sessions.filter(({ mine, state }) => mine.includes('teller') && state === 'counting');
          if (counting.length === 0) return <p class="empty">{t('listEmpty')}</p>;
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
