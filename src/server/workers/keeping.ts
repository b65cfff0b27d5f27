import { workerData } from 'node:worker_threads';

/** What a job and whoever may end it agree on, in memory that both see. */
export const keepingStates = { free: 0, keeping: 1, ended: 2 } as const;

/** What a thread is started with. */
export interface ThreadData {
  readonly keeping: Int32Array;
  /** Gives way to every other thread of the process. */
  readonly givesWay: boolean;
}

/**
 * To be called in a worker by a job that is about to commit: from here on it is not ended for want of time, so that
 * nobody is told that nothing was kept while something was. Throws where its time is over, and then nothing is kept.
 */
export function beginKeeping({ keeping }: ThreadData = workerData): void {
  const { free, keeping: mine, ended } = keepingStates;
  if (Atomics.compareExchange(keeping, 0, free, mine) === ended) throw new Error('the time of this job is over');
}
