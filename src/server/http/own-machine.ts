import { networkInterfaces } from 'node:os';
import type { FastifyRequest } from 'fastify';

const loopback = /^(?:127\.|::1$)/;

/**
 * Whether whoever asks is the serving machine itself, by whatever name: a browser on it opens addresses that no phone
 * may reach. Behind a trusted proxy the address is the one that the proxy names.
 */
export function comesFromOwnMachine({ ip }: Pick<FastifyRequest, 'ip'>): boolean {
  const from = plain(ip);
  if (loopback.test(from)) return true;
  return Object.values(networkInterfaces()).some((infos = []) => infos.some(({ address }) => plain(address) === from));
}

/** Without what differs between writings of one address: an IPv4 one inside IPv6, the zone of a link. */
function plain(address: string): string {
  return address
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
    .toLowerCase();
}
