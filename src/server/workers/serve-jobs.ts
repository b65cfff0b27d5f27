import { platform, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { codeOf } from '../kit/error-code.ts';
import type { ThreadData } from './keeping.ts';

/** What a thread is asked, and what it says. */
export interface JobMessage {
  readonly name: string;
  readonly input: unknown;
}
export type JobAnswer = { readonly output: unknown } | { readonly error: CarriedError };

/** An error on its way out of a thread: the copy that arrives has lost its class, its own name and its code. */
export interface CarriedError {
  readonly error: unknown;
  readonly name?: string;
  readonly code?: unknown;
}

/** Of a thread that gives way: a seventieth of what another one has, where both want the same core. */
const givingWay = 19;

/** Makes this thread do the jobs that it is sent, one at a time, each by the handler of its name. */
export function serveJobs(handlers: Readonly<Record<string, (input: never) => unknown>>): void {
  const { givesWay }: ThreadData = workerData;
  // Linux alone has a priority for each thread; elsewhere the whole process would give way, the hall's threads with it.
  if (givesWay && platform() === 'linux') setPriority(givingWay);
  parentPort?.on('message', async ({ name, input }: JobMessage) => parentPort?.postMessage(await answer(name, input)));

  async function answer(name: string, input: unknown): Promise<JobAnswer> {
    try {
      return { output: await handlers[name]?.(input as never) };
    } catch (error) {
      return { error: carried(error) };
    }
  }
}

function carried(error: unknown): CarriedError {
  return error instanceof Error ? { error, name: error.name, code: codeOf(error) } : { error };
}
