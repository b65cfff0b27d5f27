import { createHmac, hkdfSync } from 'node:crypto';
import { stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';
import type { Account } from '../../domain/account/account.ts';
import type { Deps } from '../deps.ts';
import { isSecure } from '../http/caller.ts';
import { cookiesNamed } from '../http/cookies.ts';
import { sameSecret } from '../kit/same-secret.ts';

/** A browser in which an account has signed in before; failures in it are counted apart from those of strangers. */
export interface KnownDevice {
  /** Under which its failures are counted. */
  readonly key: string;
  readonly nonce: string;
}

/** Seconds. */
const lifetime = 365 * 24 * 3600;

/** The browser of a request as the account knows it; undefined for one in which it has not signed in since its password was set. */
export function findKnownDevice(
  deps: Deps,
  request: FastifyRequest,
  account: Account | undefined,
): KnownDevice | undefined {
  if (account === undefined) return undefined;
  for (const value of cookiesNamed(nameOf(deps, request, account), request.headers.cookie)) {
    const [nonce = '', mac = ''] = value.split('.');
    if (nonce !== '' && sameSecret(mac, macOf(deps, account, nonce))) {
      return { key: `device:${account.id}:${nonce}`, nonce };
    }
  }
  return undefined;
}

/**
 * A cookie that makes the browser known: sent along to the sign-in and nowhere else, so that no voter's request carries
 * it. It opens nothing, names nobody, and is void with the next password.
 */
export function deviceCookie(deps: Deps, request: FastifyRequest, account: Account): string {
  const nonce = findKnownDevice(deps, request, account)?.nonce ?? Buffer.from(deps.random(12)).toString('base64url');
  return stringifySetCookie({
    name: nameOf(deps, request, account),
    value: `${nonce}.${macOf(deps, account, nonce)}`,
    path: '/api/sign-in',
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(deps, request),
    maxAge: lifetime,
  });
}

/** One for each account: several people sign in at an office's computer. */
function nameOf(deps: Deps, request: FastifyRequest, { id }: Account): string {
  return `${isSecure(deps, request) ? '__Secure-' : ''}phieu-known-${hmac(deps, `name|${id}`).slice(0, 16)}`;
}

function macOf(deps: Deps, { id, passwordHash }: Account, nonce: string): string {
  return hmac(deps, `device|${id}|${nonce}|${passwordHash}`);
}

function hmac({ tokenSecret }: Deps, text: string): string {
  const key = Buffer.from(hkdfSync('sha256', tokenSecret, '', 'phieu known device', 32));
  return createHmac('sha256', key).update(text).digest('base64url');
}
