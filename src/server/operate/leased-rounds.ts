import type { Deps } from '../deps.ts';
import { toldFailure } from '../store/told-failure.ts';

/** Work that goes by time and is one node's at a time. */
export interface LeasedWork {
  /** Of its lease. */
  readonly name: 'reminders' | 'digests' | 'backups' | 'countdowns';
  /** Milliseconds between two rounds of one node. */
  readonly every: number;
  /** What the log says when a round fails; the next one tries again. */
  readonly failed: string;
  round(): Promise<void>;
}

export interface LeasedRounds {
  /** Takes the lease or prolongs it; begins a round where the work is this node's and due. */
  look(): Promise<void>;
  /** Waits for the round that runs, and lets another node have the work at once. */
  stop(): Promise<void>;
}

interface Log {
  error(entry: object, message: string): void;
}

type Node = Pick<Deps, 'store' | 'clock' | 'monotonic' | 'node'>;

/** Milliseconds; how soon it is noticed that a node died depends on it. */
const longestBetweenLooks = 60_000;
/** A node that comes late to its look, because it is busy, keeps its work. */
const looksInLease = 3;

/**
 * A round takes as long as it takes: looks go on beside it and prolong the lease. A process that stood still meanwhile may
 * find that another has begun the same, against which each piece of work is safe by itself (docs/decisions/nodes.md).
 */
export function leasedRounds({ store, clock, monotonic, node }: Node, work: LeasedWork, log: Log): LeasedRounds {
  const between = betweenLooks(work);
  let last = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;
  let looking: Promise<void> | undefined;
  let isStopped = false;
  const tell = (error: unknown) => log.error(toldFailure(error), work.failed);
  const look = async () => {
    const now = clock();
    const until = new Date(now.getTime() + looksInLease * between).toISOString();
    const isOurs = await store.leases.take(work.name, node, { now: now.toISOString(), until });
    // Timers are not exact to the millisecond.
    const isDue = monotonic() - last >= work.every - between / 2;
    if (!isOurs || !isDue || running !== undefined || isStopped) return;
    last = monotonic();
    running = work
      .round()
      .catch(tell)
      .finally(() => {
        running = undefined;
      });
  };
  return {
    look: () => {
      looking ??= look()
        .catch(tell)
        .finally(() => {
          looking = undefined;
        });
      return looking;
    },
    stop: async () => {
      isStopped = true;
      await looking;
      await running;
      await store.leases.giveBack(work.name, node).catch(tell);
    },
  };
}

/** Looks at once, and again and again until it is stopped. */
export function startLeasedRounds(deps: Node, work: LeasedWork, log: Log): { stop(): Promise<void> } {
  const rounds = leasedRounds(deps, work, log);
  const timer = setInterval(() => void rounds.look(), betweenLooks(work));
  // Waits for nobody when the process ends.
  timer.unref();
  void rounds.look();
  return {
    stop: async () => {
      clearInterval(timer);
      await rounds.stop();
    },
  };
}

function betweenLooks({ every }: LeasedWork): number {
  return Math.min(every, longestBetweenLooks);
}
