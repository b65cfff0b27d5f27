import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EventsKind, Feed } from '../../contract/operation.ts';
import type { AccountId, SignInId } from '../../domain/account/account.ts';
import type { Store } from '../store/store.ts';
import { toldFailure } from '../store/told-failure.ts';
import { endUnlessRead } from './overload.ts';

/** Proxies give up on what stays silent for a minute. */
const heartbeatMilliseconds = 20_000;
/** After this the browser connects anew, and the gate looks again at who it is. */
const lifetimeMilliseconds = 5 * 60_000;
/** Somebody who does not read what is sent; in bytes. */
const mostUnread = 64 * 1024;

/** How often it is looked whether somebody may still see what they watch, where nothing has said so sooner: a seat has ended. */
const looksAgainMilliseconds = 60_000;
/** How soon it is known that another node has ended a sign-in, or given or taken away a role. */
const looksAtSignInsMilliseconds = 1000;
/** Of one account at a time: an office's screens and every device of a chair. */
const mostOfAccount = 16;

/** An answer that is still going on. */
interface OpenStream {
  readonly accountId: AccountId | undefined;
  readonly signInId: SignInId | undefined;
  readonly end: () => void;
  /** Whether its caller may still see it. */
  readonly isAllowed: () => Promise<boolean>;
}

/** The answers that are still going on. */
export interface OpenEvents {
  readonly streams: Set<OpenStream>;
  hasRoomFor(accountId: AccountId | undefined): boolean;
  /** Ends those whose caller may not see them any more: after anything has changed that can decide it. */
  lookAgain(): void;
}

/** They are told to end before the service stops, which would wait for them. */
export function openEvents(app: FastifyInstance, accounts: Store['accounts']): OpenEvents {
  const streams = new Set<OpenStream>();
  app.addHook('preClose', async () => {
    for (const { end } of [...streams]) end();
  });
  const endForbidden = async () => {
    for (const stream of [...streams]) if (!(await stream.isAllowed())) stream.end();
  };
  let isLooking = false;
  let isAskedAgain = false;
  const look = async () => {
    isLooking = true;
    do {
      isAskedAgain = false;
      await endForbidden();
    } while (isAskedAgain);
  };
  const endAll = (error: Error) => {
    app.log.error(toldFailure(error), 'could not look whether event streams are still allowed');
    for (const { end } of [...streams]) end();
  };
  const lookAgain = () => {
    isAskedAgain = true;
    if (isLooking || streams.size === 0) return;
    look()
      .catch(endAll)
      .finally(() => {
        isLooking = false;
      });
  };
  const signIns = signInWatch(accounts, () => [...streams].flatMap(({ signInId }) => signInId ?? []), lookAgain);
  const watching = setInterval(() => void signIns().catch(endAll), looksAtSignInsMilliseconds);
  watching.unref();
  app.addHook('onClose', async () => clearInterval(watching));
  return {
    streams,
    hasRoomFor: (accountId) =>
      accountId === undefined || [...streams].filter((one) => one.accountId === accountId).length < mostOfAccount,
    lookAgain,
  };
}

/**
 * Says that something of these sign-ins has changed, on whichever node, by one question for all of them; none where there
 * are none. One that was not asked about before may have changed meanwhile.
 */
function signInWatch(accounts: Store['accounts'], watched: () => readonly SignInId[], changed: () => void) {
  let known: ReadonlyMap<SignInId, string> = new Map();
  let isAsking = false;
  return async () => {
    const ids = [...new Set(watched())];
    if (ids.length === 0 || isAsking) return;
    isAsking = true;
    try {
      const before = known;
      known = await accounts.standings(ids);
      if (ids.some((id) => known.get(id) === undefined || known.get(id) !== before.get(id))) changed();
    } finally {
      isAsking = false;
    }
  };
}

/** Answers with server-sent events for as long as the caller listens. */
export function sendEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  open: OpenEvents,
  { data }: EventsKind,
  feed: Feed<unknown>,
  isAllowed: () => Promise<boolean>,
): FastifyReply {
  const { raw } = reply.hijack();
  endUnlessRead(raw);
  raw.writeHead(200, {
    ...(reply.getHeaders() as OutgoingHttpHeaders),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    // For nginx, which otherwise keeps events back.
    'x-accel-buffering': 'no',
  });
  // The pause before the browser connects anew, in milliseconds.
  raw.write('retry: 2000\n\n');
  const tell = (value: unknown) => {
    if (raw.writableLength > mostUnread) raw.destroy();
    else raw.write(`data: ${JSON.stringify(data.parse(value))}\n\n`);
  };
  const end = () => {
    raw.end();
  };
  const stop = feed.watch(tell, (error) => {
    request.log.error({ operation: request.routeOptions.config.operation?.id, name: error.name }, 'unexpected error');
    end();
  });
  const heartbeat = setInterval(() => raw.write(':\n\n'), heartbeatMilliseconds);
  const lifetime = setTimeout(end, lifetimeMilliseconds);
  const again = setInterval(open.lookAgain, looksAgainMilliseconds);
  const stream = {
    accountId: request.caller?.principal.accountId,
    signInId: request.caller?.signInId,
    ...{ end, isAllowed },
  };
  open.streams.add(stream);
  raw.once('close', () => {
    open.streams.delete(stream);
    clearInterval(heartbeat);
    clearInterval(again);
    clearTimeout(lifetime);
    stop();
  });
  return reply;
}
