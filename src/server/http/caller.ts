import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { hasSecondFactor, type SignInId, signInId } from '../../domain/account/account.ts';
import type { Principal } from '../../domain/account/relations.ts';
import type { Deps } from '../deps.ts';
import { cookieName, cookiesNamed } from './cookies.ts';

/** Who sent a request. `via`: a cookie is sent by the browser unasked, so it needs the same-origin check. */
export interface Caller {
  readonly principal: Principal;
  /** What the account is where its second factor is missing: none of its duties is in force until it is there. */
  readonly withheld?: Principal;
  readonly signInId: SignInId;
  readonly via: 'cookie' | 'bearer';
}

const claims = z.object({ sid: signInId });

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
  const name = cookieName(isSecure(deps, request), request);
  const tokens = bearer === undefined ? cookiesNamed(name, request.headers.cookie) : [bearer];
  const found = await firstSignedIn(app, deps, tokens);
  if (found === undefined) return undefined;
  const { id, account } = found;
  const { personId, administrator, grants } = account;
  const principal = { accountId: account.id, personId, administrator, grants };
  const via = bearer === undefined ? 'cookie' : 'bearer';
  if (deps.config.secondFactor === 'offered' || hasSecondFactor(account)) return { principal, signInId: id, via };
  const bare = { ...principal, administrator: false, grants: [] };
  return { principal: bare, withheld: principal, signInId: id, via };
}

async function firstSignedIn(app: FastifyInstance, { store, clock }: Deps, tokens: readonly string[]) {
  for (const token of tokens) {
    const id = readToken(app, token);
    const account = id && (await store.accounts.findSignedIn(id, clock()));
    if (id && account) return { id, account };
  }
  return undefined;
}

/** People at work at one time, each on several devices. */
const tokensKnown = 2000;
const tokensOf = new WeakMap<FastifyInstance, LRUCache<string, SignInId>>();

/**
 * A token only names its sign-in; the store says whether that has ended or expired, by the service's own clock. That its
 * signature is right never changes, so it is checked once.
 */
function readToken(app: FastifyInstance, token: string): SignInId | undefined {
  const tokens = tokensOf.get(app) ?? new LRUCache({ max: tokensKnown });
  tokensOf.set(app, tokens);
  const known = tokens.get(token);
  if (known !== undefined) return known;
  const id = verifiedId(app, token);
  if (id === undefined) return undefined;
  tokens.set(token, id);
  return id;
}

function verifiedId(app: FastifyInstance, token: string): SignInId | undefined {
  try {
    return claims.safeParse(app.jwt.verify(token)).data?.sid;
  } catch {
    return undefined;
  }
}
