import type { InjectOptions } from 'fastify';
import type { Connection } from '../../../src/client/api.ts';
import type { Device } from '../../../src/client/device.ts';
import type { RandomBytes } from '../../../src/protocol/arithmetic/random.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import type { TestService } from './service.ts';

/** What may happen to an answer on its way: a server that lies, a network that fails. */
export interface OnTheWay {
  /** Gives another body for a JSON answer; `path` is what stands after the session's id. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of all operations pass here
  readonly lie?: (path: string, body: any) => unknown;
  /** True: the answer is lost, the request was carried out. */
  readonly lose?: (path: string) => boolean;
}

/** A program's connection to the service of a test, with the headers of whoever is signed in. */
export function connectionTo(
  { app }: Pick<TestService, 'app'>,
  headers: Readonly<Record<string, string>>,
  { lie, lose }: OnTheWay = {},
): Connection {
  const send = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = String(input);
    const answer = await app.inject({
      ...{ method: (init.method ?? 'GET') as NonNullable<InjectOptions['method']>, url },
      headers: { ...headers, ...(init.headers as Record<string, string>) },
      ...(init.body == null ? {} : { payload: Buffer.from(init.body as string | Uint8Array<ArrayBuffer>) }),
    });
    const path = url.replace(/^\/api\/(sessions\/[^/]+\/)?/, '');
    if (lose?.(path)) throw new TypeError('fetch failed');
    const isJson = String(answer.headers['content-type']).startsWith('application/json');
    const changed = isJson && lie ? JSON.stringify(lie(path, answer.json()) ?? answer.json()) : undefined;
    const body = answer.statusCode === 204 ? null : (changed ?? new Uint8Array(answer.rawPayload));
    const type = String(answer.headers['content-type']);
    return new Response(body, { status: answer.statusCode, headers: { 'content-type': type } });
  };
  return { baseUrl: '', fetch: send };
}

/** A device that never waits. */
export function aDevice(random: RandomBytes): Device & { readonly waits: number[] } {
  const waits: number[] = [];
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  return { group: sodiumGroup, random, wait, waits };
}
