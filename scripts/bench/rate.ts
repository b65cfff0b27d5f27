import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** So many requests, so many at a time. */
export interface RateTask {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly requests: number;
  readonly clients: number;
}

export interface Clients {
  /** Requests a second. */
  rate(task: RateTask): Promise<number>;
  close(): Promise<void>;
}

/** Those who ask, in a thread of their own; an answer that is not as it should be ends the bench. */
export function startClients(): Clients {
  const thread = new Worker(new URL('./rate.worker.ts', import.meta.url));
  return {
    rate: async (task) => {
      thread.postMessage(task);
      const [rate] = await once(thread, 'message');
      return rate;
    },
    close: async () => {
      await thread.terminate();
    },
  };
}
