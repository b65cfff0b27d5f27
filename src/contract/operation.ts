import type * as z from 'zod/mini';
import type { Relation } from '../domain/account/relations.ts';
import type { LocalText } from '../domain/text/local-text.ts';
import type { CommonRefusal, RefusalCode } from './refusals.ts';

/** A body or an answer that is a file, not JSON. */
export interface BytesKind {
  readonly kind: 'bytes';
  /** Content types: the ones taken, or the ones an answer can have. */
  readonly types: readonly string[];
  /** In bytes; only for what is received. */
  readonly maximum: number;
}

/** `maximum` in bytes; for answers leave it out. */
export function bytes(types: readonly string[], maximum = 0): BytesKind {
  return { kind: 'bytes', types, maximum };
}

/** An answer that goes on: server-sent events, each a JSON text of this shape. */
export interface EventsKind<Data extends z.ZodMiniType = z.ZodMiniType> {
  readonly kind: 'events';
  readonly data: Data;
}

export function events<const Data extends z.ZodMiniType>(data: Data): EventsKind<Data> {
  return { kind: 'events', data };
}

/** What a handler gives where events are the answer: the value as it is now, then every other one that follows. */
export interface Feed<Value> {
  /** @returns how to stop; `fail` is told of an error that nobody foresaw, and nothing after it */
  watch(tell: (value: Value) => void, fail: (error: Error) => void): () => void;
}

type Shape = z.ZodMiniType | BytesKind;
type Fields = z.ZodMiniObject;
export type SuccessStatus = 200 | 201 | 202 | 204;

/** One thing that the API can do: everything that server, client, API description and permission table know of it. */
export interface Operation {
  /** Unique, in words of the glossary, for example `castBallot`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As Fastify writes it: `/api/committees/:committeeId`. */
  readonly path: `/api/${string}`;
  readonly summary: LocalText;
  /** Heading in the API description. */
  readonly tag: string;
  /** Any of these may call; `:sessionId` or `:committeeId` in the path says of what. */
  readonly access: readonly Relation[];
  readonly params?: Fields;
  readonly query?: Fields;
  readonly headers?: Fields;
  readonly body?: Shape;
  /** Of a JSON body, in bytes; 256 KiB when left out, and never more than the longest one of its schema. */
  readonly bodyLimit?: number;
  readonly replies: { readonly [Status in SuccessStatus]?: Shape | EventsKind };
  /** Beside the common ones. */
  readonly refusals: readonly RefusalCode[];
  /** A voter's route: it is counted and never logged (promise 1), and never noted in the audit log. */
  readonly quiet?: boolean;
  /** Answered over plain http too, to nobody who is signed in: for what a phone reads, or says, before it can use TLS. */
  readonly plain?: boolean;
  /**
   * How a changing operation comes into the audit log: by itself unless told otherwise. `never`: its order and time
   * beside its caller would say when somebody received a paper, or it changes nothing. `own`: its handler notes what
   * happened, because a refusal is an event too. See docs/decisions/audit-log.md.
   */
  readonly audit?: 'never' | 'own';
}

/** An operation whose answer ends: all but those that answer with events. */
export type AnsweredOnce = Operation & { readonly replies: { readonly [Status in SuccessStatus]?: Shape } };

/**
 * Declares an operation; its exact type is what `route` and `call` work with. Pages carry those that they call: builds
 * take every declaration for pure (src/cli/pure-declarations.ts), so a file of them has no effects when it is loaded.
 */
export function operation<const Declared extends Operation>(declared: Declared): Declared {
  return declared;
}

type Received<Part> = Part extends z.ZodMiniType
  ? z.output<Part>
  : Part extends BytesKind
    ? Uint8Array
    : Part extends EventsKind<infer Data>
      ? Feed<z.output<Data>>
      : undefined;
type Sent<Part> = Part extends z.ZodMiniType ? z.input<Part> : Part extends BytesKind ? Uint8Array : undefined;
type PartOf<Declared, Key extends string> = Declared extends { readonly [K in Key]: infer Part } ? Part : undefined;

export type ParamsOf<Declared extends Operation> = Received<PartOf<Declared, 'params'>>;
export type QueryOf<Declared extends Operation> = Received<PartOf<Declared, 'query'>>;
export type HeadersOf<Declared extends Operation> = Received<PartOf<Declared, 'headers'>>;
export type BodyOf<Declared extends Operation> = Received<PartOf<Declared, 'body'>>;
export type StatusOf<Declared extends Operation> = keyof Declared['replies'] & SuccessStatus;
export type ReplyOf<Declared extends Operation> = Received<Declared['replies'][StatusOf<Declared>]>;
export type RefusalOf<Declared extends Operation> = Declared['refusals'][number] | CommonRefusal;

/** What a client gives: exactly the parts that the operation has. */
export type InputOf<Declared extends Operation> = {
  readonly [Key in 'params' | 'query' | 'headers' | 'body' as Declared extends { readonly [K in Key]: Shape }
    ? Key
    : never]: Sent<PartOf<Declared, Key>>;
};

/** Whether the success of an operation is noted in the audit log by the route itself. */
export function isNoted({ method, quiet, audit }: Operation): boolean {
  return method !== 'GET' && quiet !== true && audit === undefined;
}

export function isBytes(part: Shape | EventsKind | undefined): part is BytesKind {
  return part !== undefined && 'kind' in part && part.kind === 'bytes';
}

export function isEvents(part: Shape | EventsKind | undefined): part is EventsKind {
  return part !== undefined && 'kind' in part && part.kind === 'events';
}

/** The status of success; an operation that has several says in its answer which. */
export function firstStatus(declared: Operation): SuccessStatus {
  return Number(Object.keys(declared.replies)[0] ?? 204) as SuccessStatus;
}
