import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isBytes, type Operation } from '../../contract/operation.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import {
  mayCall,
  type Principal,
  type Relation,
  relationsOf,
  relationsToPlace,
  type Ties,
} from '../../domain/account/relations.ts';
import { sessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { sendRefusal } from './answer.ts';
import { type Caller, findCaller } from './caller.ts';
import type { OpenEvents } from './events.ts';
import type { MarkUsed } from './mark-used.ts';
import { comesFromOwnPages } from './same-origin.ts';
import { isProtected } from './transport.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | undefined;
    held: ReadonlySet<Relation>;
    /** The committee that the address is about: its own, or its session's. */
    committeeId: string | null;
  }
}

/** Finds what ties a caller to an address's `:committeeId` or `:sessionId`; undefined when there is no such thing. */
export type FindTies = (address: Address, principal: Principal | null) => Promise<Ties | undefined>;

export interface Address {
  readonly committeeId?: string;
  readonly sessionId?: string;
  /** As the request carries it in `X-Read-Key`. */
  readonly readKey?: string;
}

/** The application that routes are added to, with what its gate needs to know callers and places. */
export interface RouteContext {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  readonly findTies: FindTies;
  readonly markUsed: MarkUsed;
  readonly openEvents: OpenEvents;
}

/**
 * The gate before an operation, passed before its body is read: transport, own pages, sign-in, relation, content type. What
 * somebody may not see answers as if it did not exist (promise 6).
 */
export function openTo(context: RouteContext, declared: Operation) {
  const placed = isPlaced(declared);
  if (!placed && declared.access.some((relation) => relationsToPlace.includes(relation))) {
    throw new Error(`${declared.id} is open to relations of a committee or session that its path does not name`);
  }
  const open = declared.access.includes('anyone');

  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { deps } = context;
    const readKey = header(request, 'x-read-key');
    const keyed = readKey !== undefined && declared.access.includes('read-key');
    const plain = !isProtected(request);
    if (plain && !keyed && !declared.plain) return sendRefusal(request, reply, 'tls-required');
    // Over plain http nobody is signed in, whatever the request carries.
    request.caller = plain ? undefined : await findCaller(context.app, deps, request);
    const { caller } = request;
    if (caller?.via !== 'bearer' && !comesFromOwnPages(request, caller !== undefined, deps.config.publicUrl)) {
      return sendRefusal(request, reply, 'cross-site');
    }
    if (!open && caller === undefined && !keyed) return sendRefusal(request, reply, 'not-signed-in');

    const parsed = declared.params?.safeParse(request.params);
    if (parsed && !parsed.success) return sendRefusal(request, reply, 'not-found');
    const principal = caller?.principal ?? null;
    const address = { ...(parsed?.data as Address), ...(readKey === undefined ? {} : { readKey }) };
    const ties = placed ? ((await context.findTies(address, principal)) ?? null) : null;
    if (placed && ties === null) return sendRefusal(request, reply, 'not-found');
    request.held = heldBy(caller, ties);
    request.committeeId = ties?.committeeId ?? null;
    if (caller && !declared.quiet) await context.markUsed(caller.signInId);
    if (!mayCall(declared.access, request.held)) {
      const isWithheld = caller?.withheld && mayCall(declared.access, relationsOf(caller.withheld, ties));
      if (isWithheld) return sendRefusal(request, reply, 'second-factor-needed');
      return sendRefusal(request, reply, placed ? 'not-found' : 'not-allowed');
    }
    if (plain && !declared.plain && !(await allowsPlainVoting(deps, address))) {
      return sendRefusal(request, reply, 'tls-required');
    }
    if (!takesContentType(declared, request)) return sendRefusal(request, reply, 'unsupported-type');
    return undefined;
  };
}

/** Whether its address is of a committee or session: what somebody may not see there answers as if it did not exist. */
function isPlaced({ path }: Operation): boolean {
  return /:(sessionId|committeeId)\b/.test(path);
}

/** Whether a request that the gate let through would be let through still: for answers that go on. */
export async function mayStillCall(context: RouteContext, { access, params }: Operation, request: FastifyRequest) {
  const caller = await findCaller(context.app, context.deps, request);
  const address = params?.parse(request.params) as Address | undefined;
  const ties = (address && (await context.findTies(address, caller?.principal ?? null))) ?? null;
  return mayCall(access, heldBy(caller, ties));
}

/**
 * Asked again when the body has come, which may have taken minutes: whoever was signed out, or is not any more what the
 * operation asks for, does nothing. A holder of a paper is nobody whose sign-in could end.
 */
export async function refusalAfterBody(
  context: RouteContext,
  declared: Operation,
  request: FastifyRequest,
): Promise<RefusalCode | undefined> {
  if (request.caller === undefined || request.held.has('read-key')) return undefined;
  if (await mayStillCall(context, declared, request)) return undefined;
  if ((await findCaller(context.app, context.deps, request)) === undefined) return 'not-signed-in';
  return isPlaced(declared) ? 'not-found' : 'not-allowed';
}

/** Promise 8: the voting page over plain http only by the chair's recorded decision. */
async function allowsPlainVoting({ store }: Deps, { sessionId: given }: Address): Promise<boolean> {
  const id = sessionId.safeParse(given).data;
  const session = id === undefined ? undefined : await store.sessions.find(id);
  return session !== undefined && session.plainVoting !== null;
}

/** What a caller is to the place, without what takes a second factor that is missing. */
export function heldBy(caller: Caller | undefined, ties: Ties | null): ReadonlySet<Relation> {
  if (caller?.withheld === undefined) return relationsOf(caller?.principal ?? null, ties);
  return relationsOf(caller.principal, ties && { ...ties, teller: false });
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** A body that the operation does not take is never parsed. */
function takesContentType({ body }: Operation, request: FastifyRequest): boolean {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (body === undefined) return type === undefined || type === 'application/json';
  return isBytes(body) ? body.types.includes(type ?? '') : type === 'application/json';
}
