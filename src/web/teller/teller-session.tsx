import { useEffect, useState } from 'preact/hooks';
import type { SessionId } from '../../domain/session/session.ts';
import type { DeviceStorage } from '../shared/device/device-storage.ts';
import { useStore } from '../shared/device/use-store.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { useAccount } from '../shared/frame/use-account.ts';
import { showDate } from '../shared/show/show-date.ts';
import { StateBadge } from '../shared/show/state-badge.tsx';
import { useSilence } from '../shared/workers/use-silence.ts';
import { AlarmScreen } from './alarm-screen.tsx';
import { Decisions } from './decisions.tsx';
import { StageScreen } from './stage-screen.tsx';
import { openTellerActs, type TellerActs } from './teller-acts.ts';
import { startTellerWorker } from './teller-worker.ts';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly sessionId: SessionId;
  readonly phone: DeviceStorage;
}

/** One vote, for one of its tellers. */
export function TellerSession({ sessionId, phone }: Props) {
  const connection = useConnection();
  const { id } = useAccount();
  const [work, setWork] = useState<{ readonly of: string; readonly acts: TellerActs }>();
  useEffect(() => {
    const worker = startTellerWorker();
    const opened = openTellerActs({ connection, sessionId, accountId: id, keeping: phone, worker });
    setWork({ of: id, acts: opened });
    return () => {
      opened.stop();
      worker.close();
    };
  }, [sessionId, id, phone]);
  // Never, not even for a moment, what another account was shown.
  return work?.of === id ? <Screens key={id} acts={work.acts} /> : null;
}

function Screens({ acts }: { readonly acts: TellerActs }) {
  const { t } = useTellerTranslation();
  const state = useStore(acts.store);
  const { session, me, reach, alarm, keeps } = state;
  const broken = useBroken();
  const silent = useSilence();
  if (session === undefined || me === undefined || reach === 'refused') return <NothingYet reach={reach} />;
  if (alarm !== null) return <AlarmScreen alarm={alarm} again={acts.dismissAlarm} />;
  return (
    <>
      <Head state={state} />
      <div role="alert">{(broken || silent) && <p class="note alarm">{t(broken ? 'broken' : 'silent')}</p>}</div>
      {reach === 'unreachable' && (
        <p class="note" role="status">
          {t('connectionLost')}
        </p>
      )}
      {!keeps && (
        <p class="note note-strong" role="status">
          {t('notKept')}
        </p>
      )}
      <Decisions acts={acts} session={session} me={me} />
      <StageScreen acts={acts} state={state} session={session} me={me} />
    </>
  );
}

/** Whether something went wrong that should never go wrong: what runs by itself may have stopped. */
function useBroken(): boolean {
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const onRejection = () => setBroken(true);
    window.addEventListener('unhandledrejection', onRejection);
    return () => window.removeEventListener('unhandledrejection', onRejection);
  }, []);
  return broken;
}

function Head({ state: { session } }: { readonly state: ReturnType<TellerActs['store']['get']> }) {
  const { language } = useTellerTranslation();
  if (session === undefined) return null;
  return (
    <p class="session-head">
      <strong>{session.title}</strong>
      <br />
      {session.committeeName} · {showDate(language, session.heldOn)} <StateBadge state={session.state} />
    </p>
  );
}

function NothingYet({ reach }: { readonly reach: 'loading' | 'reached' | 'unreachable' | 'refused' }) {
  const { t } = useTellerTranslation();
  if (reach === 'refused') return <p class="note">{t('notATeller')}</p>;
  return <p role="status">{t(reach === 'unreachable' ? 'connectionLost' : 'opening')}</p>;
}
