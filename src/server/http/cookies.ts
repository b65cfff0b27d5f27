import type { FastifyRequest } from 'fastify';

/**
 * `__Host-` ties the cookie to this very host, but browsers take it over TLS only. They do not tell ports apart, so the port
 * that was asked stands in the name: another service on this host has a cookie of its own.
 */
export function cookieName(secure: boolean, { port }: Pick<FastifyRequest, 'port'>): string {
  const own = port === null || usualPorts.includes(port) ? '' : `-${port}`;
  return `${secure ? '__Host-phieu' : 'phieu'}${own}`;
}

/** What addresses do not say, and some programs say all the same. */
const usualPorts: readonly number[] = [80, 443];

/**
 * Every value that was sent under a name: somebody else on this host can have set one that stands in front of ours
 * (RFC 6265 §8.6), so none of them hides another.
 */
export function cookiesNamed(name: string, header: string | undefined): string[] {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
