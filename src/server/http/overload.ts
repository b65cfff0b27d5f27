import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isEvents } from '../../contract/operation.ts';
import type { Monotonic } from '../kit/clock.ts';
import { sendRefusal } from './answer.ts';

/** Whoever casts, and everybody else: neither can take the other's room. */
type Kind = 'voters' | 'others';

export interface Bounds {
  /** Requests that have come whole and whose answers are being made. */
  readonly working: Readonly<Record<Kind, number>>;
  /**
   * Requests whose body is still arriving, and answers that are still leaving: they cost a connection and some memory, and
   * how long they take is for the other side to say.
   */
  readonly underWay: Readonly<Record<Kind, number>>;
  /** Nobody who came under way later than so many seconds ago has to give way to another. */
  readonly undisturbedSeconds: number;
  /** Requests of one connection that have not been answered. */
  readonly ofConnection: number;
  /** After so many seconds in which nothing of an answer was taken its connection ends. */
  readonly unreadSeconds: number;
}

/**
 * A hall's ballots all come at once and are queued, so there is room for ten halls of 300 phones; of everything else a tenth
 * of that is more than any conference has. Under way there may be more of these, as that is where strangers would sit: with
 * two seconds undisturbed it takes them 500 new connections a second to hold all places (1,500 of voters').
 *
 * Browsers and programs send the next request of a connection once they have read the answer to the one before; they may
 * have read it just before this side is told that it has left, therefore two.
 *
 * Event streams beat every 20 s; a minute is what most proxies give, too.
 */
export const generousBounds: Bounds = {
  working: { voters: 3000, others: 300 },
  underWay: { voters: 3000, others: 1000 },
  undisturbedSeconds: 2,
  ofConnection: 2,
  unreadSeconds: 60,
};

/** Seconds; by then what waits has been answered, or the machine is too small for what is asked of it. */
const retryAfter = 5;

/**
 * Beyond the bound a request is refused before anything is read of it. Pages, health and event streams (which have a bound
 * of their own) are never refused here.
 */
export function boundRequests(app: FastifyInstance, monotonic: Monotonic, bounds: Bounds = generousBounds): void {
  boundConnections(app, bounds);
  const places = { voters: placesOf('voters', monotonic, bounds), others: placesOf('others', monotonic, bounds) };
  /** Those that are not over. */
  const open = new Map<FastifyRequest, Places>();

  app.addHook('onRequest', (request, reply, next) => {
    const kind = kindOf(request);
    if (kind === undefined) return next();
    const own = places[kind];
    open.set(request, own);
    const { socket } = request.raw;
    const over = () => {
      socket.off('close', over);
      open.delete(request);
      own.leave(request);
    };
    // The first for what was answered, the second for who went away before; an answer behind another need not hear of that.
    reply.raw.once('finish', over);
    socket.once('close', over);
    if (own.takeUp(request)) return next();
    sendRefusal(request, reply.header('retry-after', retryAfter), 'overloaded');
  });
  // Who may not call has been refused by now; the body comes after this.
  app.addHook('preParsing', (request, _reply, _payload, next) => {
    if (!request.raw.complete) open.get(request)?.putUnderWay(request);
    next();
  });
  app.addHook('preValidation', (request, reply, next) => {
    if (open.get(request)?.takeUp(request) ?? true) return next();
    sendRefusal(request, reply.header('retry-after', retryAfter), 'overloaded');
  });
  app.addHook('onSend', (request, _reply, _payload, next) => {
    open.get(request)?.putUnderWay(request);
    next();
  });
}

/** Ends the connection of who sends without reading; pages' too. */
function boundConnections(app: FastifyInstance, { ofConnection, unreadSeconds }: Bounds): void {
  const unanswered = new WeakMap<Socket, number>();
  app.addHook('onRequest', (request, reply, next) => {
    const { socket } = request.raw;
    const count = (unanswered.get(socket) ?? 0) + 1;
    if (count > ofConnection) {
      socket.destroy();
      return;
    }
    unanswered.set(socket, count);
    reply.raw.once('finish', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
    next();
  });
  app.addHook('onSend', (_request, { raw }, _payload, next) => {
    endUnlessRead(raw, unreadSeconds);
    next();
  });
}

/** Ends the connection when nothing moves on it for so long; to be called when an answer begins. */
export function endUnlessRead(answer: ServerResponse, seconds = generousBounds.unreadSeconds): void {
  // The server sets it back for the next request, as making an answer may take longer.
  answer.setTimeout(seconds * 1000, () => answer.destroy());
}

type Places = ReturnType<typeof placesOf>;

/** A request has one place at most. */
function placesOf(kind: Kind, monotonic: Monotonic, { working, underWay, undisturbedSeconds }: Bounds) {
  const atWork = new Set<FastifyRequest>();
  /** Since when, in milliseconds; the first has been under way for longest. */
  const onTheirWay = new Map<FastifyRequest, number>();

  const isFullOfNew = () => {
    const [longest] = onTheirWay.values();
    return (
      onTheirWay.size >= underWay[kind] && longest !== undefined && monotonic() - longest <= undisturbedSeconds * 1000
    );
  };
  const leave = (request: FastifyRequest) => {
    atWork.delete(request);
    onTheirWay.delete(request);
  };
  const makeRoom = () => {
    const [longest] = onTheirWay.keys();
    if (longest === undefined || onTheirWay.size < underWay[kind] || isFullOfNew()) return;
    leave(longest);
    longest.raw.socket.destroy();
  };
  return {
    leave,
    /** @returns whether there is room for it */
    takeUp(request: FastifyRequest): boolean {
      if (atWork.has(request)) return true;
      const isArrived = onTheirWay.delete(request);
      if (atWork.size >= working[kind] || (!isArrived && isFullOfNew())) return false;
      atWork.add(request);
      return true;
    },
    putUnderWay(request: FastifyRequest): void {
      leave(request);
      makeRoom();
      onTheirWay.set(request, monotonic());
    },
  };
}

function kindOf({ routeOptions }: FastifyRequest): Kind | undefined {
  const { operation } = routeOptions.config;
  if (operation === undefined || isEvents(operation.replies[200])) return undefined;
  return operation.quiet ? 'voters' : 'others';
}
