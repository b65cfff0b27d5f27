import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { hasSecondFactor, type SignInId, signInId } from '../../domain/account.ts';
import type { Principal } from '../../domain/relations.ts';
import type { Deps } from '../deps.ts';

/** Who sent a request. `via`: a cookie is sent by the browser unasked, so it needs the same-origin check. */
export interface Caller {
  readonly principal: Principal;
  /** What the account is where its second factor is missing: none of its duties is in force until it is there. */
  readonly withheld?: Principal;
  readonly signInId: SignInId;
  readonly via: 'cookie' | 'bearer';
}

const claims = z.object({ sid: signInId });

/** `__Host-` ties the cookie to this very host, but browsers take it over TLS only. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-phieu' : 'phieu';
}

/** Whether the caller's browser keeps a cookie for TLS only: it would send any other along over plain http too. */
export function isSecure({ config }: Deps, request: FastifyRequest): boolean {
  return request.protocol === 'https' || (config.publicUrl?.startsWith('https:') ?? false);
}

/** The caller behind a request's token; undefined without one that is valid now. */
export async function findCaller(
  app: FastifyInstance,
  deps: Deps,
  request: FastifyRequest,
): Promise<Caller | undefined> {
  const bearer = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? request.cookies[cookieName(isSecure(deps, request))];
  if (token === undefined) return undefined;
  const id = readToken(app, token);
  if (id === undefined) return undefined;
  const account = await deps.store.accounts.findSignedIn(id, deps.clock());
  if (account === undefined) return undefined;
  const { personId, administrator, grants } = account;
  const principal = { accountId: account.id, personId, administrator, grants };
  const via = bearer === undefined ? 'cookie' : 'bearer';
  if (deps.config.secondFactor === 'offered' || hasSecondFactor(account)) return { principal, signInId: id, via };
  const bare = { ...principal, administrator: false, grants: [] };
  return { principal: bare, withheld: principal, signInId: id, via };
}

/** A token only names its sign-in; the store says whether that has ended or expired, by the service's own clock. */
function readToken(app: FastifyInstance, token: string): SignInId | undefined {
  try {
    return claims.safeParse(app.jwt.verify(token)).data?.sid;
  } catch {
    return undefined;
  }
}
