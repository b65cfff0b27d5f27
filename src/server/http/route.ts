import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import type { ProblemItem } from '../../contract/kit/problem.ts';
import { unreadableRows } from '../../contract/kit/unreadable-rows.ts';
import {
  type BodyOf,
  type Feed,
  firstStatus,
  type HeadersOf,
  isBytes,
  isEvents,
  type Operation,
  type ParamsOf,
  type QueryOf,
  type RefusalOf,
  type ReplyOf,
  type StatusOf,
} from '../../contract/operation.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import type { Principal, Relation } from '../../domain/account/relations.ts';
import type { Deps } from '../deps.ts';
import type { About } from '../store/audit-intent.ts';
import { countingLeftOut } from '../store/damaged-row.ts';
import { onBehalfOf } from '../workers/on-behalf-of.ts';
import { sendRefusal } from './answer.ts';
import { sendEvents } from './events.ts';
import { mayStillCall, openTo, type RouteContext, refusalAfterBody } from './gate.ts';
import { bodyLimitOf } from './longest.ts';
import { noted } from './noted.ts';

/** Nobody need be signed in for these, so a handler must reckon with that. */
type CallerOf<Declared extends Operation> =
  Extract<Declared['access'][number], 'anyone' | 'read-key'> extends never ? Principal : Principal | null;

/** A request that has passed the gate and has the declared shape. */
export interface Call<Declared extends Operation> {
  readonly params: ParamsOf<Declared>;
  readonly query: QueryOf<Declared>;
  readonly headers: HeadersOf<Declared>;
  readonly body: BodyOf<Declared>;
  readonly caller: CallerOf<Declared>;
  /** Every relation the caller has, of those that exist, not only of those that the operation asks for. */
  readonly held: ReadonlySet<Relation>;
  /** Completes the audit log's entry of this call, before anything is changed. */
  readonly about: About;
  /** For cookies and the like; answers are returned, never sent. */
  readonly request: FastifyRequest;
}

/** A file may come in parts, so that a large one is never in memory whole. */
type InParts<Reply> = Reply extends Uint8Array ? AsyncIterable<Uint8Array> : never;

type Headers = Readonly<Record<string, string | string[]>>;
/** A file always says under which name it is kept. */
type HeadersFor<Reply> = Reply extends Uint8Array
  ? { readonly headers: Headers & { readonly 'content-disposition': string } }
  : { readonly headers?: Headers };

/** What an operation answers: a decision can be returned as it is. */
export type HandlerAnswer<Declared extends Operation> =
  | ({
      readonly ok: true;
      readonly value: ReplyOf<Declared> | InParts<ReplyOf<Declared>>;
      readonly status?: StatusOf<Declared>;
    } & HeadersFor<ReplyOf<Declared>>)
  | {
      readonly ok: false;
      readonly refusal: RefusalOf<Declared>;
      readonly problems?: readonly ProblemItem[];
      /** Whole seconds. */
      readonly retryAfter?: number;
    };

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: Operation;
    /** A page or file that anyone may read. */
    page?: true;
  }
}

/**
 * Registers an operation: address, schema, who may call, and one handler, which works with the store that keeps the audit
 * log's entry of the call with what it changes. There is no other way to add a route.
 */
export function route<const Declared extends Operation>(
  context: RouteContext,
  declared: Declared,
  handle: (deps: Deps, call: Call<Declared>) => Promise<HandlerAnswer<Declared>>,
): void {
  context.app.route({
    method: declared.method,
    url: declared.path,
    config: { operation: declared },
    bodyLimit: bodyLimitOf(declared),
    schema: schemaOf(declared),
    onRequest: openTo(context, declared),
    handler: async (request, reply) => {
      const refusal = declared.body && (await refusalAfterBody(context, declared, request));
      if (refusal) return sendRefusal(request, reply, refusal);
      const { value: answer, leftOut } = await countingLeftOut(() =>
        onBehalfOf(request.caller?.principal.accountId, () =>
          noted(context, declared, request, (deps, about) =>
            handle(deps, { ...partsOf(request), ...passed(request), about } as unknown as Call<Declared>),
          ),
        ),
      );
      if (leftOut > 0) reply.header(unreadableRows, leftOut);
      if (!answer.ok) {
        const { refusal, problems, retryAfter } = answer;
        return sendRefusal(request, reply, refusal as RefusalCode, problems, retryAfter);
      }
      if (declared.method !== 'GET' && !declared.quiet) context.openEvents.lookAgain();
      const shape = declared.replies[firstStatus(declared)];
      if (isEvents(shape)) {
        const { openEvents } = context;
        if (!openEvents.hasRoomFor(request.caller?.principal.accountId)) {
          return sendRefusal(request, reply, 'too-many-streams');
        }
        const isAllowed = () => mayStillCall(context, declared, request);
        return sendEvents(request, reply, openEvents, shape, answer.value as Feed<unknown>, isAllowed);
      }
      return sendValue(reply, declared, answer);
    },
  });
}

function schemaOf({ params, query, headers, body, replies }: Operation): FastifySchema {
  const shown = Object.entries(replies).filter(
    ([status, shape]) => status !== '204' && !isBytes(shape) && !isEvents(shape),
  );
  return {
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(headers ? { headers } : {}),
    ...(body && !isBytes(body) ? { body } : {}),
    response: Object.fromEntries(shown),
  };
}

function partsOf(request: FastifyRequest) {
  return { params: request.params, query: request.query, headers: request.headers, body: request.body };
}

function passed(request: FastifyRequest) {
  return { caller: request.caller?.principal ?? null, held: request.held, request };
}

function sendValue<Declared extends Operation>(
  reply: FastifyReply,
  declared: Declared,
  answer: Extract<HandlerAnswer<Declared>, { ok: true }>,
): FastifyReply {
  const status = answer.status ?? firstStatus(declared);
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .headers(answer.headers ?? {});
  if (status === 204) return reply.send();
  const shape = declared.replies[status];
  if (!isBytes(shape)) return reply.send(answer.value);
  if (!answer.headers?.['content-type']) reply.type(shape.types[0] ?? 'application/octet-stream');
  const { value } = answer;
  return reply.send(value instanceof Uint8Array ? bufferOf(value) : Readable.from(value as AsyncIterable<Uint8Array>));
}

/** The same bytes, not a copy. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
