import type { AuditPlace } from '../domain/audit.ts';
import type { BallotForm } from '../domain/ballot-form.ts';
import type { RandomBytes } from '../protocol/arithmetic/random.ts';
import type { SetupLink } from './accounts/setup-link.ts';
import type { Config } from './config.ts';
import type { Clock, Monotonic } from './kit/clock.ts';
import type { Countdowns } from './meeting/sessions-with-countdowns.ts';
import type { ClockWatch } from './operate/clock-watch.ts';
import type { Drain } from './operate/drain.ts';
import type { SessionChecks } from './record/session-checks.ts';
import type { AuditIntent } from './store/audit-intent.ts';
import type { Store } from './store/store.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

/** Everything the service is built from; tests give their own. */
export interface Deps {
  readonly store: Store;
  /** Random name of this process among all nodes. */
  readonly node: string;
  /** What the store above keeps with its first change; absent where nothing is noted. */
  readonly note?: AuditIntent;
  readonly drain: Drain;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly clockWatch: ClockWatch;
  readonly countdowns: Countdowns;
  readonly random: RandomBytes;
  readonly config: Config;
  /** The ballot forms by id, as they were loaded at start. */
  readonly forms: ReadonlyMap<string, BallotForm>;
  /** Signs the tokens of sign-ins; kept beside the database, never in it. */
  readonly tokenSecret: Uint8Array;
  readonly setupLink: SetupLink;
  /** The first entry of the audit log that was found altered at start; null when none was. */
  readonly auditBrokenAt: AuditPlace | null;
  /** Where all arithmetic with points runs. */
  readonly pool: WorkerPool;
  /** Whoever shows a result waits until its session was checked. */
  readonly checks: Pick<SessionChecks, 'settled' | 'unchecked'>;
}
