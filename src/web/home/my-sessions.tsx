import type { ListedSession } from '../../contract/session/sessions.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { StateBadge } from '../shared/show/state-badge.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly sessions: readonly ListedSession[];
}

const conducting = ['chair', 'secretary', 'office'] as const;
const telling = ['issued', 'open', 'counting', 'closed', 'tallied'];

function holds({ mine }: ListedSession, wanted: readonly string[]): boolean {
  return mine.some((relation) => wanted.includes(relation));
}

/** Votes that I conduct or in which I am a teller; `conducts` when I hold a duty that lets me conduct some. */
export function MySessions({ sessions, conducts }: Props & { readonly conducts: boolean }) {
  const { t } = useTranslation(sentences);
  const conducted = sessions.filter((session) => holds(session, conducting));
  const told = sessions
    .filter((session) => session.mine.includes('teller'))
    // Where there is something to do stands first.
    .toSorted((a, b) => Number(telling.includes(b.state)) - Number(telling.includes(a.state)));
  return (
    <>
      {(conducts || conducted.length > 0) && (
        <section>
          <h2>{t('conductTitle')}</h2>
          {conducted.length === 0 && (
            <p class="empty">
              {t('noSessions')} <br />
              <a class="button" href="/console">
                {t('toConsole')}
              </a>
            </p>
          )}
          <ul class="entries">
            {conducted.map((session) => (
              <li key={session.id}>
                <SessionLine session={session} page="/console" />
              </li>
            ))}
          </ul>
        </section>
      )}
      {told.length > 0 && (
        <section>
          <h2>{t('tellTitle')}</h2>
          <ul class="entries">
            {told.map((session) => (
              <li key={session.id}>
                <SessionLine session={session} page="/teller" />
                {session.state === 'counting' && (
                  <p>
                    <a href={`/desk${hashTo(session.id)}`}>{t('toDesk')}</a>
                  </p>
                )}
                {!telling.includes(session.state) && <p class="quiet small">{t('nothingToTell')}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface LineProps {
  readonly session: ListedSession;
  readonly page: '/console' | '/teller';
}

function SessionLine({ session, page }: LineProps) {
  const { language } = useTranslation(sentences);
  return (
    <p>
      <a href={`${page}${hashTo(session.id)}`}>
        {session.committeeName}: {session.title}
      </a>
      <br />
      {showDate(language, session.heldOn)} <StateBadge state={session.state} />
    </p>
  );
}
