import type { Connection } from '../../client/api.ts';
import type { SessionId, SessionState } from '../../domain/session/session.ts';
import type { DeviceStorage } from '../shared/device/device-storage.ts';
import { createStore, type StateStore } from '../shared/device/store.ts';
import { checksAhead, confirmPreparedSetup, findContradiction } from './background.ts';
import { type CeremonyActs, ceremonyActs } from './ceremony-acts.ts';
import { runRounds } from './ceremony-loop.ts';
import { fetchTellerView } from './fetch-teller-view.ts';
import { forgetKept, learned, readKept, writeKept } from './kept.ts';
import { type OpeningActs, openingActs } from './opening-acts.ts';
import { oneAtATime, type TellerContext } from './teller-context.ts';
import { atFirst, type TellerState } from './teller-state.ts';
import type { TellerWorker } from './teller-worker.ts';
import { watchSession } from './watch-session.ts';

/** Everything that a teller's page does for one vote; screens only show its state and call it. */
export interface TellerActs extends CeremonyActs, OpeningActs {
  readonly store: StateStore<TellerState>;
  readonly sessionId: SessionId;
  readonly connection: Connection;
  /** People have looked into an alarm: begins again. */
  dismissAlarm(): void;
  lookNow(): Promise<void>;
  /** Takes everything of this vote off the phone. */
  forget(): void;
  stop(): void;
}

interface TellerActsOptions {
  readonly connection: Connection;
  readonly sessionId: SessionId;
  readonly accountId: string;
  readonly keeping: DeviceStorage;
  readonly worker: TellerWorker;
}

export function openTellerActs({ connection, sessionId, accountId, keeping, worker }: TellerActsOptions): TellerActs {
  const read = () => readKept(keeping, sessionId, accountId);
  const store = createStore<TellerState>({ ...atFirst, kept: read() });
  let stopped = false;
  const work: TellerContext = {
    store,
    sessionId,
    connection,
    worker,
    read,
    keep: (kept) => store.set({ kept, keeps: writeKept(keeping, sessionId, accountId, kept) }),
    lookNow: () => watch.now(),
    isStopped: () => stopped,
  };
  const rounds = oneAtATime(() => runRounds(work));
  const watch = watchSession(lookingAt(work, rounds));
  return {
    store,
    sessionId,
    connection,
    lookNow: work.lookNow,
    ...ceremonyActs(work, rounds),
    ...openingActs(work),
    dismissAlarm: () => {
      store.set({ alarm: null });
      void watch.now();
    },
    forget: () => {
      forgetKept(keeping, sessionId, accountId);
      store.set({ kept: null });
    },
    stop: () => {
      stopped = true;
      watch.stop();
    },
  };
}

/** One look: takes in what the service shows, finds what contradicts the phone's memory, and starts what runs by itself. */
function lookingAt(work: TellerContext, rounds: () => Promise<void>): () => Promise<SessionState | undefined> {
  const { store, connection, sessionId, keep } = work;
  const confirm = oneAtATime(() => confirmPreparedSetup(work));
  const checkAhead = checksAhead(work);
  return async () => {
    const looked = await fetchTellerView(connection, sessionId);
    if (work.isStopped()) return undefined;
    if (!looked.ok) {
      store.set({ reach: looked.reach });
      return undefined;
    }
    const { view } = looked;
    const { ceremony, head } = view;
    const { kept, code, ceremony: before } = store.get();
    // An answer from before the ceremony was begun anew.
    if (before !== null && (ceremony?.run ?? 0) < before.run) return view.session.state;
    const stale = ceremony === null || ceremony.round === 'failed' || ceremony.run !== kept?.run;
    const anew = before !== null && before.run !== ceremony?.run;
    store.set({ ...view, reach: 'reached', code: stale ? null : code, ...(anew && { alarm: null, ahead: null }) });
    const contradiction = findContradiction(store.get());
    if (contradiction) store.set({ alarm: contradiction });
    if (head && kept !== null) keep(learned(kept, { heads: [head], decrypted: new Map() }));
    void rounds();
    if (store.get().alarm === null) {
      void confirm();
      void checkAhead(head?.hash ?? null, Date.now());
    }
    return view.session.state;
  };
}
