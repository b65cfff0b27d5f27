import type { AccountId } from '../../domain/account/account.ts';
import { accountTurns } from './account-turns.ts';
import type { JobLimit, LaneBounds } from './job-limits.ts';
import { jobsAccount } from './on-behalf-of.ts';
import { Overloaded } from './overloaded.ts';
import { type JobEnd, startThread, type Thread } from './thread.ts';

/** Threads that share a queue. See docs/decisions/lanes.md. */
export interface Lane {
  /** Throws `Overloaded` where there is no room; what the lane refuses with where the job was ended. */
  run(name: string, input: unknown): Promise<unknown>;
  /** Lets jobs that have begun finish; those that wait are dropped, and background jobs are ended. */
  close(): Promise<void>;
  /** Ends every job, and takes no more; a thread that sits in the system stays until that lets go of it. */
  end(): void;
}

export interface LaneSettings {
  readonly entry: URL;
  readonly threads: number;
  readonly givesWay: boolean;
  /** Of each thread's memory, as `startThread` takes it. */
  readonly young?: number;
  /** Milliseconds after which a thread that has nothing to do ends and gives its memory back. */
  readonly idle: number;
  readonly bounds: LaneBounds;
  readonly limits: Readonly<Record<string, JobLimit>>;
  /** What to throw where a job needed too much time or memory. */
  readonly refusal: () => Error;
}

interface Job {
  readonly name: string;
  readonly input: unknown;
  readonly account: AccountId | undefined;
  readonly limit: JobLimit;
  /** What waits is in this order, and in that of its arrival. */
  readonly turn: number;
  /** How many that came behind it have begun before it. */
  overtaken: number;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly isSecondTry: boolean;
}

/** Seconds until a full queue has room again, most of the time. */
const retryAfter = 5;

/** How many may overtake a job that leaves room; then it is its turn, or a lane that is never quiet would never do it. */
const overtakenAtMost = 4;

export function lane(settings: LaneSettings): Lane {
  const { threads, bounds, limits } = settings;
  const waiting: Job[] = [];
  const turns = accountTurns();
  /** Jobs that are done together are one piece of work. */
  const running = new Map<readonly Job[], Thread>();
  const idle = new Map<Thread, NodeJS.Timeout>();
  let isClosing = false;
  let whenEmpty = () => {};

  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        const limit = limits[name];
        if (limit === undefined || isClosing) throw new Error(`nobody does ${name} here`);
        // The service's own work is nobody's, whoever asked for it.
        const account = limit.background ? undefined : jobsAccount();
        if (!limit.ahead && isFullFor(name, limit, account)) throw new Overloaded(retryAfter);
        const turn = limit.ahead ? Number.NEGATIVE_INFINITY : bounds.takesTurns ? turns.next(account) : 0;
        const job: Job = { name, input, account, limit, turn, overtaken: 0, resolve, reject, isSecondTry: false };
        const later = waiting.findIndex((other) => other.turn > turn);
        waiting.splice(later === -1 ? waiting.length : later, 0, job);
        begin();
      }),
    close: async () => {
      takeNoMore();
      for (const [jobs, thread] of running) if (jobs.some(({ limit }) => limit.background)) void thread.end();
      if (running.size > 0) {
        await new Promise<void>((resolve) => {
          whenEmpty = resolve;
        });
      }
      for (const timer of idle.values()) clearTimeout(timer);
      await Promise.all([...idle.keys()].map((thread) => thread.end()));
    },
    end: () => {
      takeNoMore();
      for (const thread of running.values()) void thread.end();
    },
  };

  function takeNoMore(): void {
    isClosing = true;
    for (const job of waiting.splice(0)) job.reject(new Error('the service is stopping'));
  }

  /** Each kind of the service's own work has a queue to itself: others' jobs do not keep it out, nor it theirs. */
  function isFullFor(name: string, { background }: JobLimit, account: AccountId | undefined): boolean {
    const queued = waiting.filter((job) => (background ? job.name === name : !job.limit.background));
    return queued.length >= bounds.waiting || ofAccount(account) >= bounds.ofOneAccount;
  }

  function ofAccount(account: AccountId | undefined): number {
    if (account === undefined) return 0;
    return [...begun(), ...waiting].filter((job) => job.account === account).length;
  }

  function begun(): Job[] {
    return [...running.keys()].flat();
  }

  /** Begins as many jobs as there are threads for. */
  function begin(): void {
    for (let next = nextOf(); next !== undefined; next = nextOf()) {
      const jobs = togetherWith(next);
      const last = waiting.indexOf(jobs.at(-1) ?? next);
      const overtaken = waiting.slice(0, last).filter((job) => !jobs.includes(job));
      for (const before of overtaken) before.overtaken++;
      for (const job of jobs) waiting.splice(waiting.indexOf(job), 1);
      turns.come(next.turn);
      void work(jobs);
    }
  }

  /** The job and those that wait now and are done with it, in the order in which they came. */
  function togetherWith(next: Job): readonly Job[] {
    const { together } = next.limit;
    if (together === undefined || next.isSecondTry) return [next];
    const key = together.of(next.input);
    const others = waiting.filter(
      (job) => job !== next && job.name === next.name && !job.isSecondTry && together.of(job.input) === key,
    );
    return [next, ...others.slice(0, together.most - 1)];
  }

  /** In their order; those that would take the last thread from others wait for another one, but not for ever. */
  function nextOf(): Job | undefined {
    if (running.size >= threads) return undefined;
    const due = dueOf();
    const [first] = waiting;
    const isLast = running.size === threads - 1 && threads > 1;
    if (!isLast) return first?.limit.ahead ? first : (due ?? first);
    // While one is due the last thread stays free, until another one is: that one is for it, and the last for others.
    return waiting.find((job) => mayTakeLast(job) && (due === undefined || job.limit.ahead));
  }

  /** What has been overtaken too often; nothing where jobs of its sort have every thread but the last. */
  function dueOf(): Job | undefined {
    const held = begun().filter(({ limit }) => leavesRoom(limit)).length;
    if (held >= threads - 1) return undefined;
    return waiting.find(({ limit, overtaken }) => leavesRoom(limit) && overtaken >= overtakenAtMost);
  }

  function mayTakeLast({ account, limit }: Job): boolean {
    return !leavesRoom(limit) && !(account !== undefined && begun().some((one) => one.account === account));
  }

  async function work(jobs: readonly Job[]): Promise<void> {
    const [first] = jobs;
    if (first === undefined) return;
    const { name, limit, input } = first;
    const thread = takeThread();
    running.set(jobs, thread);
    try {
      const message = { name, input: limit.together ? jobs.map((job) => job.input) : input };
      settle(jobs, await thread.run(message, limit.seconds * 1000));
    } catch (error) {
      for (const job of jobs) job.reject(error);
    }
    running.delete(jobs);
    if (thread.isAlive()) rest(thread);
    begin();
    if (running.size === 0) whenEmpty();
  }

  function settle(jobs: readonly Job[], end: JobEnd): void {
    // One of them spoils it for the others: each has a thread to itself then.
    if (jobs.length > 1 && end.kind !== 'done' && end.kind !== 'lost' && !isClosing) {
      waiting.unshift(...jobs.map((job) => ({ ...job, isSecondTry: true })));
      return;
    }
    for (const [index, job] of jobs.entries()) settleOne(job, job.limit.together ? ofOne(end, index) : end);
  }

  function settleOne(job: Job, end: JobEnd): void {
    switch (end.kind) {
      case 'done':
        job.resolve(end.output);
        break;
      case 'failed':
        job.reject(end.error);
        break;
      case 'crashed':
        // Nothing was kept, and what breaks a thread down may have been another's doing.
        if (job.isSecondTry || isClosing) job.reject(end.error);
        else waiting.unshift({ ...job, isSecondTry: true });
        break;
      case 'stopped':
      case 'heavy':
        job.reject(settings.refusal());
        break;
      case 'lost':
        job.reject(new Error(`${job.name} was ended while it kept what it had done`));
        break;
    }
  }

  function takeThread(): Thread {
    const [rested] = [...idle].reverse();
    if (rested === undefined) return startThread({ ...settings, memory: bounds.memory });
    const [thread, timer] = rested;
    clearTimeout(timer);
    idle.delete(thread);
    return thread.isAlive() ? thread : takeThread();
  }

  function rest(thread: Thread): void {
    const timer = setTimeout(() => {
      idle.delete(thread);
      void thread.end();
    }, settings.idle);
    // It must not keep the process going.
    timer.unref();
    idle.set(thread, timer);
  }
}

/** What jobs that were done together ended with, for one of them. */
function ofOne(end: JobEnd, index: number): JobEnd {
  return end.kind === 'done' ? { kind: 'done', output: (end.output as readonly unknown[])[index] } : end;
}

function leavesRoom({ leavesRoom: leaves, background }: JobLimit): boolean {
  return leaves === true || background === true;
}
