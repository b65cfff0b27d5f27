import { type ProblemDocument, problemDocument } from '../contract/kit/problem.ts';
import { unreadableRows } from '../contract/kit/unreadable-rows.ts';
import {
  type AnsweredOnce,
  firstStatus,
  type InputOf,
  isBytes,
  type Operation,
  type RefusalOf,
  type ReplyOf,
} from '../contract/operation.ts';

/** Where and as whom a program calls. In a browser `baseUrl` is empty and the cookie signs in. */
export interface Connection {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** From a sign-in; for programs. */
  readonly token?: string;
  /** A session's read key, from the fragment of a paper's link. */
  readonly readKey?: string;
  readonly language?: 'vi' | 'en';
  readonly fetch?: typeof fetch;
  /** Told how many rows are missing from an answer because they cannot be read. */
  readonly noteUnreadable?: (rows: number) => void;
}

/** `unreachable`: no answer came, or not one of ours; the request may or may not have been carried out. */
export type Reply<Declared extends Operation> =
  | {
      readonly ok: true;
      readonly value: ReplyOf<Declared>;
      /** As the service names a file for whoever keeps it. */
      readonly fileName?: string | undefined;
    }
  | { readonly ok: false; readonly refusal: RefusalOf<Declared> | 'unreachable'; readonly problem?: ProblemDocument };

type Parts = { readonly [Part in 'params' | 'query' | 'headers' | 'body']?: unknown };
/** Nothing to give: the last argument may be left out. */
type Input<Declared extends Operation> = keyof InputOf<Declared> extends never ? [] : [InputOf<Declared>];

/** Performs one operation of the API; both ends work from the same declaration. Never throws for what can go wrong. */
export async function call<const Declared extends AnsweredOnce>(
  connection: Connection,
  declared: Declared,
  ...[input]: Input<Declared>
): Promise<Reply<Declared>> {
  const parts = (input ?? {}) as Parts;
  const send = connection.fetch ?? fetch;
  try {
    const response = await send(addressOf(connection, declared, parts), {
      method: declared.method,
      headers: headersOf(connection, declared, parts),
      ...(declared.body ? { body: bodyOf(declared, parts) } : {}),
    });
    const missing = response.headers.get(unreadableRows);
    if (missing) connection.noteUnreadable?.(Number(missing));
    return response.ok ? await readValue(declared, response) : await readProblem<Declared>(response);
  } catch {
    return { ok: false, refusal: 'unreachable' };
  }
}

/** For what a browser opens by itself: a stream of events, a file to read or keep. */
export function addressOf({ baseUrl }: Connection, declared: Operation, parts: Parts): string {
  const params = (parts.params ?? {}) as Record<string, string>;
  const path = declared.path.replace(/:([A-Za-z]+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));
  const given = Object.entries((parts.query ?? {}) as Record<string, unknown>).filter(
    ([, value]) => value !== undefined,
  );
  const query = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return `${baseUrl}${path}${query === '' ? '' : `?${query}`}`;
}

function headersOf(
  { token, readKey, language }: Connection,
  declared: Operation,
  parts: Parts,
): Record<string, string> {
  const headers = (parts.headers ?? {}) as Record<string, string>;
  const { body } = declared;
  return {
    ...(body && !isBytes(body) ? { 'content-type': 'application/json' } : {}),
    ...(isBytes(body) ? { 'content-type': body.types.find(isAnyBytes) ?? body.types[0] ?? '' } : {}),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(readKey === undefined ? {} : { 'x-read-key': readKey }),
    ...(language === undefined ? {} : { 'accept-language': language }),
    ...headers,
  };
}

/** Where several types are taken the server looks at the bytes: the type that promises nothing will do. */
function isAnyBytes(type: string): boolean {
  return type === 'application/octet-stream';
}

function bodyOf({ body }: Operation, parts: Parts): string | Uint8Array<ArrayBuffer> {
  return isBytes(body) ? (parts.body as Uint8Array<ArrayBuffer>) : JSON.stringify(parts.body);
}

async function readValue<Declared extends AnsweredOnce>(
  declared: Declared,
  response: Response,
): Promise<Reply<Declared>> {
  const status = response.status as keyof Declared['replies'] & 200;
  const shape = declared.replies[status] ?? declared.replies[firstStatus(declared)];
  const value = isBytes(shape)
    ? new Uint8Array(await response.arrayBuffer())
    : shape?.parse(response.status === 204 ? undefined : await response.json());
  const fileName = /filename="(.+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { ok: true, value: value as ReplyOf<Declared>, fileName };
}

async function readProblem<Declared extends Operation>(response: Response): Promise<Reply<Declared>> {
  const problem = problemDocument.safeParse(await response.json()).data;
  if (problem === undefined) return { ok: false, refusal: 'unreachable' };
  return { ok: false, refusal: problem.code as RefusalOf<Declared>, problem };
}
