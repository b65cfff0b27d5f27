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
  /** Mebibytes of heap that a job may use. */
  readonly memory: number;
  /** Mebibytes of it for what has just come into being; as much as Node likes (96) where it is left out. */
  readonly young?: number;
  readonly givesWay: boolean;
}

/** Milliseconds for what is past stopping: a commit, and code outside JavaScript, which cannot be interrupted. */
const grace = 10_000;

/** Milliseconds between two looks at how much memory a job uses. */
const looksEvery = 50;
const mebibyte = 1024 * 1024;
/**
 * Mebibytes that a job has beyond its own before the engine gives up. It must never come to that: where the engine cannot
 * allocate at once what a thread asks for, it ends the whole process, and the hall with it.
 */
const headroom = 1024;

export function startThread({ entry, memory, young, givesWay }: ThreadSettings): Thread {
  const keeping = new Int32Array(new SharedArrayBuffer(4));
  const workerData: ThreadData = { keeping, givesWay };
  const resourceLimits = {
    maxOldGenerationSizeMb: memory + headroom,
    ...(young && { maxYoungGenerationSizeMb: young }),
  };
  const worker = new Worker(entry, { workerData, resourceLimits });
  let isGone = false;
  let isEnded = false;
  let isHeavy = false;
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
    const isOut = (cause as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (isHeavy || isOut) return { kind: 'heavy' };
    if (isEnded) return { kind: 'stopped' };
    return { kind: 'crashed', error: cause ?? new Error('a worker thread has ended') };
  }

  function end(): void {
    isEnded = true;
    worker.terminate().catch(() => {});
  }

  function begin(job: JobMessage, milliseconds: number): Promise<JobEnd> {
    return new Promise((resolve, reject) => {
      let timer = setTimeout(timeIsOver, milliseconds);
      let isOver = false;
      let look = setTimeout(lookAtMemory, looksEvery);
      async function lookAtMemory(): Promise<void> {
        const heap = await worker.getHeapStatistics().catch((error: NodeJS.ErrnoException) => {
          // A thread that has ended meanwhile has no heap; its end is told by itself.
          if (error.code !== 'ERR_WORKER_NOT_RUNNING') throw error;
        });
        if (isOver || heap === undefined) return;
        const isTooMuch = heap.used_heap_size > memory * mebibyte;
        const { free, ended } = keepingStates;
        if (isTooMuch && Atomics.compareExchange(keeping, 0, free, ended) === free) {
          isHeavy = true;
          clearTimeout(timer);
          stop();
          return;
        }
        look = setTimeout(lookAtMemory, looksEvery);
      }
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
      const over = () => {
        isOver = true;
        clearTimeout(look);
        clearTimeout(timer);
        finish = () => {};
      };
      finish = (how) => {
        over();
        worker.unref();
        resolve(how);
      };
      Atomics.store(keeping, 0, keepingStates.free);
      worker.ref();
      try {
        worker.postMessage(job);
      } catch (error) {
        over();
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
