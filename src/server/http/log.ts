import type { FastifyInstance } from 'fastify';

/**
 * What may reach the log of a request, an answer or an error, whoever logs one: never an address, an agent, a path with
 * its ids, a header, a body or a message, which can quote any of these.
 */
export const logSerializers = {
  req: () => ({}),
  res: () => ({}),
  err: (error: Error) => ({ type: error.name, message: '', stack: placesOf(error) }),
};

/** Of an error that is logged alone its message would become the line's own. */
export const logHooks = {
  logMethod(this: unknown, given: unknown[], log: (...parts: never[]) => void): void {
    const parts = given.length === 1 && given[0] instanceof Error ? [given[0], 'unexpected error'] : given;
    Reflect.apply(log, this, parts);
  },
};

/** Where an error came from: its stack without the message. */
function placesOf({ stack = '' }: Error): string {
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return places.join('\n');
}

/**
 * One line per request: operation, status, milliseconds; nothing at all for voters' routes and pages, which are only
 * counted.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, next) => {
    const { operation, page } = request.routeOptions.config;
    if (operation?.quiet || page) return next();
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info({ operation: operation?.id ?? 'unknown', status: reply.statusCode, milliseconds });
    next();
  });
}
