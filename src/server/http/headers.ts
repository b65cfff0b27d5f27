import type { OutgoingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import type { Config } from '../config.ts';
import { IncomingMessage, ServerResponse } from './node-http.ts';

/** Sets on every answer what tells browsers to be careful with it. */
export function setSecurityHeaders(app: FastifyInstance, config: Config): void {
  const headers = { ...headersOf(securityOptions(config)), 'permissions-policy': permissionsPolicy };
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
}

/** Pages run only what this service serves: nothing inline, no other host; and no Referer leaves them. */
function securityOptions({ publicUrl }: Config): HelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: publicUrl?.startsWith('https:') ?? false,
  };
}

/** The desk and the office scan codes with this device's camera; nothing else of the device is asked for, by nobody. */
const permissionsPolicy = 'camera=(self), microphone=(), geolocation=()';

/** What these options set depends on no request, so it is asked once, by an answer that is never sent. */
function headersOf(options: HelmetOptions): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const answer = new ServerResponse(request);
  helmet(options)(request, answer, (error) => {
    if (error !== undefined) throw error;
  });
  return answer.getHeaders();
}
