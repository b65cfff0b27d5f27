import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EventsKind, Feed } from '../../contract/operation.ts';

/** Proxies give up on what stays silent for a minute. */
const heartbeatMilliseconds = 20_000;
/** After this the browser connects anew, and the gate looks again at who it is. */
const lifetimeMilliseconds = 5 * 60_000;
/** Somebody who does not read what is sent; in bytes. */
const mostUnread = 64 * 1024;

/** The answers that are still going on; each is told to end before the service stops, which would wait for them. */
export type OpenEvents = Set<() => void>;

export function openEvents(app: FastifyInstance): OpenEvents {
  const open: OpenEvents = new Set();
  app.addHook('preClose', async () => {
    for (const end of [...open]) end();
  });
  return open;
}

/** Answers with server-sent events for as long as the caller listens. */
export function sendEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  open: OpenEvents,
  { data }: EventsKind,
  feed: Feed<unknown>,
): FastifyReply {
  const { raw } = reply.hijack();
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
  open.add(end);
  raw.once('close', () => {
    open.delete(end);
    clearInterval(heartbeat);
    clearTimeout(lifetime);
    stop();
  });
  return reply;
}
