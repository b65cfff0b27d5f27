import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { answerBrokenConnection } from './broken-connection.ts';
import { requestMilliseconds } from './frame.ts';

/** What the service shows of itself: both as PEM. */
export interface TlsIdentity {
  readonly certificate: string;
  readonly key: string;
}

/** Begins to listen once the application is ready. @returns the port */
export type ListenOverTls = (address: { readonly port: number; readonly host: string }) => Promise<number>;

/**
 * Lets an application answer over TLS too, beside its plain address; it stops with the application. To be called before
 * the application is ready. Throws when certificate and key are no PEM, or do not belong together.
 */
export function overTls(
  app: FastifyInstance,
  { certificate, key }: TlsIdentity,
  stopMilliseconds: number,
): ListenOverTls {
  const options = { cert: certificate, key, requestTimeout: requestMilliseconds, requireHostHeader: false };
  const server = createServer(options, (request, reply) => app.routing(request, reply));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => answerBrokenConnection(error, socket));
  let closed: Promise<unknown> = Promise.resolve();
  app.addHook('preClose', async () => {
    const hurry = setTimeout(() => server.closeAllConnections(), stopMilliseconds);
    closed = new Promise((resolve) => server.close(resolve)).finally(() => clearTimeout(hurry));
    server.closeIdleConnections();
  });
  app.addHook('onClose', async () => {
    await closed;
  });
  return async (address) => {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(address, resolve);
    });
    return (server.address() as AddressInfo).port;
  };
}
