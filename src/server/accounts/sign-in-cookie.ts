import { stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { isSecure } from '../http/caller.ts';
import { cookieName } from '../http/cookies.ts';

/** Neither scripts nor other sites' pages get it; it ends with the browser or the sign-in. */
export function signInCookie(deps: Deps, request: FastifyRequest, token: string): string {
  const secure = isSecure(deps, request);
  const name = cookieName(secure, request);
  const ended = token === '' ? { maxAge: 0 } : {};
  return stringifySetCookie({ name, value: token, path: '/', httpOnly: true, sameSite: 'strict', secure, ...ended });
}
