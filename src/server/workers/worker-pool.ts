import { availableParallelism } from 'node:os';
import { hallBounds, hallLimits, officeBounds, officeLimits } from './job-limits.ts';
import type { JobName, Jobs } from './jobs.ts';
import { lane } from './lane.ts';
import { Overloaded } from './overloaded.ts';
import { TookTooLong } from './took-too-long.ts';

/**
 * Threads for all arithmetic with points, and other threads for files: the event loop only ever waits for them
 *. Each job goes to its lane by its name.
 */
export interface WorkerPool {
  /**
   * Throws `Overloaded` where the lane's queue is full, `TookTooLong` where a job of the office's lane needed more time or
   * memory than its kind is given; nothing was kept then.
   */
  run<Name extends JobName>(name: Name, input: Jobs[Name]['input']): Promise<Jobs[Name]['output']>;
  /** Lets jobs that have begun finish. */
  close(): Promise<void>;
  /** Ends every job at once, and takes no more. */
  end(): void;
}

/** Two, so that one that takes long holds nobody else up; they give way to the hall's. */
const officeThreads = 2;
/** Milliseconds. */
const officeIdle = 60_000;
/** Mebibytes: a ballot's points and numbers are small and die at once. */
const hallYoung = 6;
/** The greatest that a timer takes: each keeps tables of the elections it works on. */
const hallIdle = 2 ** 31 - 1;

/**
 * Threads start with the first jobs.
 * @param threads of the hall's lane; 0: one per core. At least two: one is kept for ballots
 */
export function workerPool(threads: number): WorkerPool {
  const hall = lane({
    entry: new URL('./hall.worker.ts', import.meta.url),
    givesWay: false,
    young: hallYoung,
    idle: hallIdle,
    threads: Math.max(2, threads > 0 ? threads : availableParallelism()),
    bounds: hallBounds,
    limits: hallLimits,
    // A check that does not end is no fault of the ballot: its phone sends it again.
    refusal: () => new Overloaded(1),
  });
  const office = lane({
    entry: new URL('./office.worker.ts', import.meta.url),
    givesWay: true,
    idle: officeIdle,
    threads: officeThreads,
    bounds: officeBounds,
    limits: officeLimits,
    refusal: () => new TookTooLong(),
  });
  return {
    run: async <Name extends JobName>(name: Name, input: Jobs[Name]['input']) =>
      (await (name in hallLimits ? hall : office).run(name, input)) as Jobs[Name]['output'],
    close: async () => {
      await Promise.all([hall.close(), office.close()]);
    },
    end: () => {
      hall.end();
      office.end();
    },
  };
}
