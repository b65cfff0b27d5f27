import type { FastifyReply } from 'fastify';
import type { RouteContext } from '../http/gate.ts';
import { type Readiness, readReadiness } from './readiness.ts';

/** Milliseconds; whoever asks more often is told the same: looking costs a thread a moment. */
const renewedAfter = 2000;

/**
 * For whatever watches over the service, without a sign-in and over plain http: `/healthz` answers while the process
 * lives, `/readyz` with 200 while it can do its work, else 503.
 */
export function healthRoutes({ app, deps }: RouteContext): void {
  let known: { readonly at: number; readonly readiness: Promise<Readiness> } | undefined;
  const send = (reply: FastifyReply, status: number, value: object) =>
    reply.code(status).header('cache-control', 'no-store').send(value);

  app.get('/healthz', { config: { page: true } }, async (_request, reply) => send(reply, 200, { alive: true }));
  app.get('/readyz', { config: { page: true } }, async (_request, reply) => {
    const now = performance.now();
    if (known === undefined || now - known.at > renewedAfter) known = { at: now, readiness: readReadiness(deps) };
    const readiness = await known.readiness;
    const { hasBegun: isStopping } = deps.drain;
    const isReady = !isStopping && Object.values(readiness).every(Boolean);
    return send(reply, isReady ? 200 : 503, { ready: isReady, stopping: isStopping, ...readiness });
  });
}
