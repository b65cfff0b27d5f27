import type { FastifyReply } from 'fastify';
import type { Deps } from '../deps.ts';
import type { RouteContext } from '../http/gate.ts';

/** Milliseconds; a thread that has nothing else to do answers in a few. */
const answerTimeout = 5000;
/** Whoever asks more often is told the same: looking costs a thread a moment. */
const renewedAfter = 2000;

interface Readiness {
  /** It reads, and the last change that was tried could be stored. */
  readonly database: boolean;
  /** Nobody is served before the running sessions were checked; so they were. */
  readonly sessions: boolean;
  readonly workers: boolean;
}

/**
 * For whatever watches over the service, without a sign-in and over plain http: `/healthz` answers while the process
 * lives, `/readyz` with 200 while it can do its work, else 503.
 */
export function healthRoutes({ app, deps }: RouteContext): void {
  let isStopping = false;
  app.addHook('preClose', async () => {
    isStopping = true;
  });
  let known: { readonly at: number; readonly readiness: Promise<Readiness> } | undefined;
  const send = (reply: FastifyReply, status: number, value: object) =>
    reply.code(status).header('cache-control', 'no-store').send(value);

  app.get('/healthz', { config: { page: true } }, async (_request, reply) => send(reply, 200, { alive: true }));
  app.get('/readyz', { config: { page: true } }, async (_request, reply) => {
    const now = performance.now();
    if (known === undefined || now - known.at > renewedAfter) known = { at: now, readiness: look(deps) };
    const readiness = await known.readiness;
    const isReady = !isStopping && Object.values(readiness).every(Boolean);
    return send(reply, isReady ? 200 : 503, { ready: isReady, stopping: isStopping, ...readiness });
  });
}

async function look({ store, pool }: Deps): Promise<Readiness> {
  const answers = await store.health.answer().then(
    () => true,
    () => false,
  );
  return { database: answers && store.health.trouble() === null, sessions: true, workers: await doesWork(pool) };
}

/** Whether a thread of the hall's takes work. A hall's ballots that wait for their turn hold this up for one of them. */
async function doesWork(pool: Deps['pool']): Promise<boolean> {
  const work = pool.run('answer', null).catch(() => false);
  const { promise: tooLong, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), answerTimeout);
  const isAlive = await Promise.race([work, tooLong]);
  clearTimeout(timer);
  return isAlive;
}
