import { Worker } from 'node:worker_threads';
import { arrivedError } from './arrived-error.ts';
import { keepingStates, type ThreadData } from './keeping.ts';
import type { JobAnswer, JobMessage } from './serve-jobs.ts';

/**
 * How a job ended. `failed`: it threw. `stopped`: its time was over; `heavy`: its memory was; `crashed`: its thread
 * broke down; of all three nothing was kept. `lost`: it was ended while it kept something, and nobody knows.
 */
export type JobEnd =
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed' | 'crashed'; readonly error: unknown }
  | { readonly kind: 'stopped' | 'heavy' | 'lost' };

/** One worker thread, which does one job at a time. */
export interface Thread {
  /** Resolves when the job is over, and where it was ended, when its thread is: what it had locked is free again. */
  run(job: JobMessage, milliseconds: number): Promise<JobEnd>;
  /** Whether it can take another job. */
  isAlive(): boolean;
  /** Ends the thread, and with it the job that it does. */
  end(): Promise<void>;
}

export interface ThreadSettings {
  readonly entry: URL;
  /** Megabytes. */
  readonly memory: number;
  readonly givesWay: boolean;
}

/** Milliseconds for what is past stopping: a commit, and code outside JavaScript, which cannot be interrupted. */
const grace = 10_000;

export function startThread({ entry, memory, givesWay }: ThreadSettings): Thread {
  const keeping = new Int32Array(new SharedArrayBuffer(4));
  const workerData: ThreadData = { keeping, givesWay };
  const worker = new Worker(entry, { workerData, resourceLimits: { maxOldGenerationSizeMb: memory } });
  let isGone = false;
  let isEnded = false;
  let cause: unknown;
  let finish: (end: JobEnd) => void = () => {};
  // A thread that waits for jobs does not keep the process going.
  worker.unref();
  worker.on('message', (answer: JobAnswer) =>
    finish(
      'error' in answer
        ? { kind: 'failed', error: arrivedError(answer.error) }
        : { kind: 'done', output: answer.output },
    ),
  );
  worker.on('messageerror', (error) => finish({ kind: 'failed', error }));
  worker.on('error', (error) => {
    cause = error;
  });
  worker.on('exit', () => {
    isGone = true;
    finish(howItBroke());
  });

  function howItBroke(): JobEnd {
    if (Atomics.load(keeping, 0) === keepingStates.keeping) return { kind: 'lost' };
    if (isEnded) return { kind: 'stopped' };
    const isHeavy = (cause as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
    return isHeavy ? { kind: 'heavy' } : { kind: 'crashed', error: cause ?? new Error('a worker thread has ended') };
  }

  function end(): void {
    isEnded = true;
    worker.terminate().catch(() => {});
  }

  function begin(job: JobMessage, milliseconds: number): Promise<JobEnd> {
    return new Promise((resolve, reject) => {
      let timer = setTimeout(timeIsOver, milliseconds);
      const after = (step: () => void) => {
        timer = setTimeout(step, grace);
      };
      function timeIsOver(): void {
        const { free, keeping: kept, ended } = keepingStates;
        if (Atomics.compareExchange(keeping, 0, free, ended) === kept) after(stop);
        else stop();
      }
      function stop(): void {
        end();
        after(() => finish(howItBroke()));
      }
      finish = (how) => {
        clearTimeout(timer);
        finish = () => {};
        worker.unref();
        resolve(how);
      };
      Atomics.store(keeping, 0, keepingStates.free);
      worker.ref();
      try {
        worker.postMessage(job);
      } catch (error) {
        clearTimeout(timer);
        reject(error);
      }
    });
  }

  return {
    run: begin,
    isAlive: () => !isGone && !isEnded,
    end: async () => {
      end();
      await worker.terminate();
    },
  };
}
