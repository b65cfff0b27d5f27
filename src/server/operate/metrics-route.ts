import type { FastifyRequest } from 'fastify';
import { sendRefusal } from '../http/answer.ts';
import type { RouteContext } from '../http/gate.ts';
import { isFromThisMachine } from '../http/transport.ts';
import { sameSecret } from '../kit/same-secret.ts';
import type { Metrics } from './metrics.ts';

/**
 * `/metrics`: for whoever has the token of the settings; where there is none, for programs on this very machine, and
 * not through a proxy on it, behind which everybody seems to be here. For others there is no such thing.
 */
export function metricsRoute({ app, deps }: RouteContext, metrics: Metrics): void {
  const { metricsToken, trustProxy } = deps.config;
  const mayRead = (request: FastifyRequest) =>
    metricsToken === null
      ? !trustProxy && request.headers['x-forwarded-for'] === undefined && isFromThisMachine(request)
      : sameSecret(request.headers.authorization ?? '', `Bearer ${metricsToken}`);
  app.get('/metrics', { config: { page: true } }, async (request, reply) => {
    if (!mayRead(request)) return sendRefusal(request, reply, 'not-found');
    return reply
      .type('text/plain; version=0.0.4; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(await metrics.read());
  });
}
