import type { FastifyRequest } from 'fastify';
import { isLocalName } from '../../domain/address.ts';

const loopback = /^(?:::ffff:)?127\.|^::1$/;

/**
 * Whether a request came so that nobody between could read or change it: over TLS, as this service or its trusted
 * proxy saw it, or from this machine under a local name, as browsers judge it too (promise 8).
 */
export function isProtected(request: FastifyRequest): boolean {
  if (request.protocol === 'https') return true;
  return isFromThisMachine(request);
}

/** Whether a program on this machine asks, under a local name. Through a proxy on this machine everybody does. */
export function isFromThisMachine(request: FastifyRequest): boolean {
  return loopback.test(request.socket.remoteAddress ?? '') && isLocalName(request.hostname);
}
