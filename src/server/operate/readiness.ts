import type { Deps } from '../deps.ts';

/** Milliseconds; a thread that has nothing else to do answers in a few. */
const answerTimeout = 5000;

export interface Readiness {
  /** It reads, and the last change that was tried could be stored. */
  readonly database: boolean;
  /** Nobody is served before the running sessions were checked; so they were. */
  readonly sessions: boolean;
  readonly workers: boolean;
}

/** Whether the service can do its work now. */
export async function readReadiness({ store, pool }: Deps): Promise<Readiness> {
  const answers = await inTime(
    store.health.answer().then(
      () => true,
      () => false,
    ),
  );
  return { database: answers && store.health.trouble() === null, sessions: true, workers: await doesWork(pool) };
}

/** Whether a thread of the hall's takes work. A hall's ballots that wait for their turn hold this up for one of them. */
async function doesWork(pool: Deps['pool']): Promise<boolean> {
  return await inTime(pool.run('answer', null).catch(() => false));
}

/** What is asked for, or false: a database that is silent does not refuse, and nobody would be told. */
async function inTime(asked: Promise<boolean>): Promise<boolean> {
  const { promise: tooLong, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), answerTimeout);
  return await Promise.race([asked, tooLong]).finally(() => clearTimeout(timer));
}
