import type { FastifyRequest } from 'fastify';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something, as far as its origin goes: another site's page must not act through a
 * visitor's cookie, nor sign them in as somebody else. Programs other than browsers send neither header; they are let
 * through without a cookie only.
 */
export function comesFromOwnPages(request: FastifyRequest, hasCookie: boolean, publicUrl: string | undefined): boolean {
  if (safeMethods.has(request.method)) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  if (origin !== undefined) return ownOrigins(request, publicUrl).includes(origin);
  return !hasCookie;
}

/** The address that was asked, and the public one: in a hall the console has TLS while links on papers may not. */
function ownOrigins(request: FastifyRequest, publicUrl: string | undefined): readonly string[] {
  const asked = `${request.protocol}://${request.host}`;
  return publicUrl === undefined ? [asked] : [asked, new URL(publicUrl).origin];
}
