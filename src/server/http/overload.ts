import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isEvents } from '../../contract/operation.ts';
import { sendRefusal } from './answer.ts';

/**
 * How many requests wait for their answers at one time. A hall's ballots all come at once and are queued, so there is room
 * for ten halls of 300 phones; of everything else a tenth of that is more than any conference has.
 */
export const mostInProgress = { voters: 3000, others: 300 } as const;

/** Seconds; by then what waits has been answered, or the machine is too small for what is asked of it. */
const retryAfter = 5;

/**
 * Beyond the bound a request is refused before anything is read of it. Pages, health and event streams (which have a bound
 * of their own) are never refused here.
 */
export function boundRequests(app: FastifyInstance): void {
  const inProgress = { voters: 0, others: 0 };
  app.addHook('onRequest', (request, reply, next) => {
    const kind = kindOf(request);
    if (kind === undefined) return next();
    if (inProgress[kind] >= mostInProgress[kind]) {
      sendRefusal(request, reply.header('retry-after', retryAfter), 'overloaded');
      return;
    }
    inProgress[kind]++;
    let isOver = false;
    const over = () => {
      if (!isOver) inProgress[kind]--;
      isOver = true;
    };
    // The first for what was answered, the second for who went away before.
    reply.raw.once('finish', over).once('close', over);
    next();
  });
}

function kindOf({ routeOptions }: FastifyRequest): keyof typeof mostInProgress | undefined {
  const { operation } = routeOptions.config;
  if (operation === undefined || isEvents(operation.replies[200])) return undefined;
  return operation.quiet ? 'voters' : 'others';
}
