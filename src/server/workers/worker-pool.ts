import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { JobName, Jobs } from './jobs.ts';

/** Threads for all arithmetic with points: the event loop only ever waits for them (design §5). */
export interface WorkerPool {
  run<Name extends JobName>(name: Name, input: Jobs[Name]['input']): Promise<Jobs[Name]['output']>;
  /** Lets jobs that have begun finish. */
  close(): Promise<void>;
}

/**
 * Threads start with the first jobs and stay, since each keeps tables of the elections it works on.
 * @param threads 0: one per core
 */
export function workerPool(threads: number): WorkerPool {
  const pool = new Piscina({
    filename: new URL('./protocol.worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads > 0 ? threads : availableParallelism(),
    idleTimeout: Number.POSITIVE_INFINITY,
    // A thread waits asleep only if it may take just one job at a time; ours block, so one it is.
    concurrentTasksPerWorker: 1,
  });
  return {
    run: (name, input) => pool.run(input, { name }),
    close: () => pool.close(),
  };
}
