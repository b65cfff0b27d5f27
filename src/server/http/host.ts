import type { FastifyInstance } from 'fastify';
import { sendRefusal } from './answer.ts';

/** A name or an address as browsers write it, with a port or without; links are made from it. */
const form = /^(?:[\w.~-]{1,255}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * A request names the one host that it is for: which origin is ours, and what links begin with, follows from it. Node would
 * answer one without a `Host` by itself and empty; of two it would take the first while a proxy may take the second.
 */
export function takeOneHost(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, next) => {
    const names = request.raw.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
    if (names.length === 1 && form.test(request.host)) next();
    else sendRefusal(request, reply, 'invalid-host');
  });
}
