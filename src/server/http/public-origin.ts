import type { FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';

/** What links begin with: the configured address, or the one that this request was sent to. */
export function publicOrigin(deps: Deps, request: FastifyRequest): string {
  return deps.config.publicUrl ?? `${request.protocol}://${request.host}`;
}
