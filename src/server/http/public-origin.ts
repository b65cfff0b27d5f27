import type { FastifyRequest } from 'fastify';
import { isLocalName } from '../../domain/address.ts';
import type { ServedAt } from '../../domain/session/phone-test.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';

/**
 * What links on papers begin with: the configured address, or the one of this machine that the connection reached. Never
 * what a request says of itself: whoever can forge its `Host` would have papers printed that lead elsewhere.
 */
export function publicOrigin({ config }: Pick<Deps, 'config'>, request: FastifyRequest): string {
  return config.publicUrl ?? reachedOrigin(request);
}

/** What links begin with that somebody signs in behind: over TLS wherever the service speaks it. */
export function signInOrigin({ config }: Pick<Deps, 'config'>, request: FastifyRequest): string {
  return configuredSignIn(config) ?? reachedOrigin(request);
}

/** Both of them. */
export function servedAt(deps: Pick<Deps, 'config'>, request: FastifyRequest): ServedAt {
  return { papers: publicOrigin(deps, request), signIn: signInOrigin(deps, request) };
}

/** The address to sign in at, as far as the settings say it. */
export function configuredSignIn({ publicUrl, tls }: Pick<Config, 'publicUrl' | 'tls'>): string | undefined {
  if (publicUrl === undefined || tls === null || publicUrl.startsWith('https:')) return publicUrl;
  return new URL(`https://${new URL(publicUrl).hostname}:${tls.port}`).origin;
}

function reachedOrigin(request: FastifyRequest): string {
  const { localAddress, localPort } = request.socket;
  // Requests that tests inject come over no connection.
  if (localAddress === undefined) return 'http://localhost';
  const scheme = 'encrypted' in request.socket ? 'https' : 'http';
  const reached = hostOf(localAddress);
  return new URL(`${scheme}://${isLocalName(reached) ? localNameOf(request) : reached}:${localPort}`).origin;
}

function hostOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return plain.includes(':') ? `[${plain}]` : plain;
}

/** As this machine calls itself: browsers keep what they know of `localhost` and of `127.0.0.1` apart. */
function localNameOf({ hostname }: FastifyRequest): string {
  return isLocalName(hostname) ? hostname : 'localhost';
}
