import { openApi } from '../../../src/contract/openapi.ts';
import { isBytes, isEvents } from '../../../src/contract/operation.ts';
import { operations } from '../../../src/contract/operations.ts';
import { type Dice, diceOf } from './dice.ts';
import type { Schema } from './from-schema.ts';
import { aFuzzHall, type FuzzHall, hallStates } from './hall.ts';
import type { Json } from './hostile.ts';
import { faultOf, type Received } from './judge.ts';
import { type Described, requestFor } from './request.ts';

export interface FuzzReport {
  readonly requests: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** By operation: how often it was called, how often it did what was asked. */
  readonly done: ReadonlyMap<string, { readonly calls: number; readonly successes: number }>;
  readonly faults: readonly string[];
}

type Description = {
  readonly paths: Record<
    string,
    Record<
      string,
      { parameters: Described['parameters'] & unknown[]; requestBody?: { content: Record<string, { schema: Schema }> } }
    >
  >;
  readonly components: { readonly schemas: Record<string, Schema> };
};

const description = openApi(operations) as unknown as Description;

/** What a hall has been through after so many requests is hardly a vote any more. */
const requestsPerHall = 400;

/**
 * Sends `requests` requests from the API's description, as everybody who can stand to a session in each of its states,
 * to services with a store of the given kind, and looks at every answer and at what is left behind.
 */
export async function fuzz(
  { requests, seed }: { readonly requests: number; readonly seed: number },
  tell: (line: string) => void = () => {},
): Promise<FuzzReport> {
  const dice = diceOf(seed);
  const statuses: Record<string, number> = {};
  const done = new Map<string, { calls: number; successes: number }>();
  const faults: string[] = [];
  const all = operations.map(describe);
  for (let sent = 0, round = 0; sent < requests; round++) {
    const hall = await aFuzzHall(hallStates[round % hallStates.length] ?? 'open');
    const until = Math.min(requests, sent + Math.min(requestsPerHall, Math.ceil(requests / hallStates.length)));
    for (; sent < until; sent++) {
      const described = dice.pick(all);
      const { request, answer } = await once(dice, hall, described);
      const { id } = described.declared;
      const counted = done.get(id) ?? { calls: 0, successes: 0 };
      done.set(id, { calls: counted.calls + 1, successes: counted.successes + (answer.status < 400 ? 1 : 0) });
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      const fault = faultOf(described.declared, answer);
      if (fault !== undefined) faults.push(`${id}: ${fault}\n  ${inWords(request)}`);
    }
    faults.push(...(await hall.leftBehind()));
    await hall.close();
    tell(`${sent} requests, ${faults.length} faults (${hall.state})`);
  }
  return { requests, statuses, done, faults };
}

function describe(declared: (typeof operations)[number]): Described {
  const path = declared.path.replace(/:(\w+)/g, '{$1}');
  const found = description.paths[path]?.[declared.method.toLowerCase()];
  if (found === undefined) throw new Error(`${declared.id} is not described`);
  return { declared, parameters: found.parameters, body: found.requestBody?.content['application/json']?.schema };
}

async function once(dice: Dice, hall: FuzzHall, described: Described) {
  const { declared } = described;
  const caller = dice.pick(dice.oneIn(3) ? hall.callers : hall.callersOf(declared));
  const sources = { dice, components: description.components.schemas, seen: hall.seen };
  const request = requestFor(sources, described, caller);
  const sent = await hall.service.app.inject({ ...request, payloadAsStream: true });
  const reply = Object.values(declared.replies)[0];
  const stream = sent.stream();
  if (isEvents(reply) && sent.statusCode < 300) stream.destroy();
  const body = isEvents(reply) && sent.statusCode < 300 ? new Uint8Array(0) : await read(stream);
  const answer: Received = { status: sent.statusCode, type: String(sent.headers['content-type'] ?? ''), body };
  if (answer.status < 300 && answer.type.includes('json') && body.length > 0 && !(reply && isBytes(reply))) {
    hall.look(JSON.parse(Buffer.from(body).toString()) as Json);
  }
  return { request, answer };
}

async function read(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** Enough of a request to send it again. */
function inWords({ method, url, headers, payload }: ReturnType<typeof requestFor>): string {
  const { authorization: _secret, ...shown } = { ...headers } as Record<string, string>;
  return `${method} ${String(url).slice(0, 400)} ${JSON.stringify(shown)} ${String(payload ?? '').slice(0, 1_200)}`;
}
