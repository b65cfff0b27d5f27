import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Config } from '../config.ts';

/** Pages run only what this service serves: nothing inline, no other host; and no Referer leaves them. */
export function securityHeaders({ publicUrl }: Config): FastifyHelmetOptions {
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
export const permissionsPolicy = 'camera=(self), microphone=(), geolocation=()';
