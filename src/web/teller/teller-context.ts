import type { Connection } from '../../client/api.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { StateStore } from '../shared/device/store.ts';
import { type Kept, newKept } from './kept.ts';
import type { TellerState } from './teller-state.ts';
import type { TellerWorker } from './teller-worker.ts';

/** What everything that is done for one vote works on. */
export interface TellerContext {
  readonly store: StateStore<TellerState>;
  readonly sessionId: SessionId;
  readonly connection: Connection;
  readonly worker: TellerWorker;
  /** Puts it on the phone. */
  keep(kept: Kept): void;
  /** What is on the phone, perhaps put there by another tab. */
  read(): Kept | null;
  /** Looks at the service at once. */
  lookNow(): Promise<void>;
  isStopped(): boolean;
}

/** What this phone keeps; made anew where it knows of the ceremony by the key card only. */
export function keptNow({ store }: TellerContext): Kept | undefined {
  const { kept, ceremony } = store.get();
  if (kept !== null && (ceremony === null || kept.run === ceremony.run)) return kept;
  return ceremony === null ? undefined : newKept(ceremony.run, ceremony, null);
}

/** Never twice at the same time: a call that comes meanwhile is answered by the one under way. */
export function oneAtATime(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= act().finally(() => {
      running = undefined;
    });
    return running;
  };
}
