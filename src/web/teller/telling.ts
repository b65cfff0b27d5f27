import type { Connection } from '../../client/api.ts';
import type { SessionId, SessionState } from '../../domain/session/session.ts';
import type { Keeping } from '../shared/device/keeping.ts';
import { createStore, type Store } from '../shared/device/store.ts';
import { checksAhead, confirmPreparedSetup, findContradiction } from './background.ts';
import { type CeremonyActs, ceremonyActs } from './ceremony-acts.ts';
import { runRounds } from './ceremony-loop.ts';
import { forgetKept, learned, readKept, writeKept } from './kept.ts';
import { lookAt } from './look.ts';
import { type OpeningActs, openingActs } from './opening-acts.ts';
import type { TellerWorker } from './teller-worker.ts';
import { atFirst, type TellingState } from './telling-state.ts';
import { watchSession } from './watch-session.ts';
import { oneAtATime, type Work } from './work.ts';

/** Everything that a teller's page does for one vote; screens only show its state and call it. */
export interface Telling extends CeremonyActs, OpeningActs {
  readonly store: Store<TellingState>;
  readonly sessionId: SessionId;
  readonly connection: Connection;
  /** People have looked into an alarm: begins again. */
  dismissAlarm(): void;
  lookNow(): Promise<void>;
  /** Takes everything of this vote off the phone. */
  forget(): void;
  stop(): void;
}

interface TellingOptions {
  readonly connection: Connection;
  readonly sessionId: SessionId;
  readonly accountId: string;
  readonly keeping: Keeping;
  readonly worker: TellerWorker;
}

export function openTelling({ connection, sessionId, accountId, keeping, worker }: TellingOptions): Telling {
  const read = () => readKept(keeping, sessionId, accountId);
  const store = createStore<TellingState>({ ...atFirst, kept: read() });
  let stopped = false;
  const work: Work = {
    ...{ store, sessionId, connection, worker, read },
    keep: (kept) => store.set({ kept, keeps: writeKept(keeping, sessionId, accountId, kept) }),
    lookNow: () => watch.now(),
    isStopped: () => stopped,
  };
  const rounds = oneAtATime(() => runRounds(work));
  const watch = watchSession(lookingAt(work, rounds));
  void watch.now();
  return {
    ...{ store, sessionId, connection, lookNow: work.lookNow },
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
function lookingAt(work: Work, rounds: () => Promise<void>): () => Promise<SessionState | undefined> {
  const { store, connection, sessionId, keep } = work;
  const confirm = oneAtATime(() => confirmPreparedSetup(work));
  const checkAhead = checksAhead(work);
  return async () => {
    const looked = await lookAt(connection, sessionId);
    if (work.isStopped()) return undefined;
    if (!looked.ok) {
      store.set({ reach: looked.reach });
      return undefined;
    }
    const { ceremony, session } = looked.seen;
    const { kept, code } = store.get();
    const stale = ceremony === null || ceremony.round === 'failed' || ceremony.run !== kept?.run;
    store.set({ ...looked.seen, reach: 'reached', code: stale ? null : code });
    const contradiction = findContradiction(store.get());
    if (contradiction) store.set({ alarm: contradiction });
    if (looked.head && kept !== null) keep(learned(kept, { heads: [looked.head], decrypted: new Map() }));
    void rounds();
    if (store.get().alarm === null) {
      void confirm();
      void checkAhead(looked.head?.hash ?? null, Date.now());
    }
    return session?.state;
  };
}
