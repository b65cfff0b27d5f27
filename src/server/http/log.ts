import type { FastifyInstance } from 'fastify';

/** How often voters' routes answered, by status; nothing else is known of them (promise 1). */
export type QuietCounts = Map<number, number>;

/**
 * One line per request: operation, status, milliseconds. Never an address, an agent, a path with its ids, a header or
 * a body; and nothing at all for voters' routes, which are only counted.
 */
export function logRequests(app: FastifyInstance): QuietCounts {
  const counts: QuietCounts = new Map();
  app.addHook('onResponse', async (request, reply) => {
    const { operation, page } = request.routeOptions.config;
    if (operation?.quiet || page) {
      counts.set(reply.statusCode, (counts.get(reply.statusCode) ?? 0) + 1);
      return;
    }
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info({ operation: operation?.id ?? 'unknown', status: reply.statusCode, milliseconds });
  });
  return counts;
}
