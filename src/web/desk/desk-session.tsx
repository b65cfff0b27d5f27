import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { readBallotPage } from '../../contract/box/box.ts';
import { readSession, type SessionView } from '../../contract/session/sessions.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useFresh } from '../shared/fetch/use-fresh.ts';
import { useLasting } from '../shared/fetch/use-lasting.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { AnnounceScreen } from './announce-screen.tsx';
import { sentences } from './sentences.ts';
import { SheetScreen } from './sheet-screen.tsx';

/** Several desks work at once: each looks now and then at what the others have keyed. */
const lookMilliseconds = 4000;

/** One session's desk: announce first, then key sheet after sheet. */
export function DeskSession({ sessionId }: { readonly sessionId: SessionId }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const params = { sessionId };
  const session = useLoad(() => call(connection, readSession, { params }), [sessionId]);
  const page = useLoad(() => call(connection, readBallotPage, { params }), [sessionId]);
  const [again, setAgain] = useState(false);
  const { reload } = session;
  useFresh(reload, lookMilliseconds);
  const kept = useLasting(session);
  const show = (shown: SessionView) => (
    <>
      <ScreenTitle>{t('title')}</ScreenTitle>
      <p class="quiet">
        {shown.committeeName} · {shown.title}
      </p>
      {shown.state !== 'counting' ? (
        <p class="note">
          {t(shown.state === 'open' ? 'notYet' : 'notNow')} <a href={`/teller${hashTo(sessionId)}`}>{t('toTeller')}</a>
        </p>
      ) : shown.announcement === null || again ? (
        <AnnounceScreen
          session={shown}
          done={() => {
            setAgain(false);
            void reload();
          }}
          {...(shown.announcement === null ? {} : { leave: () => setAgain(false) })}
        />
      ) : (
        <>
          <KeyedSoFar session={shown} />
          <Loaded of={page}>
            {(ballot) => (
              <SheetScreen
                page={ballot}
                session={shown}
                cast={() => void reload()}
                announceAgain={() => setAgain(true)}
              />
            )}
          </Loaded>
        </>
      )}
    </>
  );
  return kept ? show(kept) : <Loaded of={session}>{show}</Loaded>;
}

function KeyedSoFar({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation(sentences);
  const { announcement, ledger } = session;
  const sheets = announcement?.sheets ?? 0;
  const left = Math.max(0, sheets - ledger.sheetsKeyed);
  return (
    <p role="status" class="keyed-so-far">
      {left === 0 ? t('allKeyed', { sheets }) : t('keyedSoFar', { keyed: ledger.sheetsKeyed, sheets, left })}
    </p>
  );
}
