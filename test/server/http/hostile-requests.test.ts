import { afterAll, beforeAll, expect, test } from 'vitest';
import { isBytes, isEvents, type Operation } from '../../../src/contract/operation.ts';
import { operations } from '../../../src/contract/operations.ts';
import { bodyLimitOf } from '../../../src/server/http/longest.ts';
import { expectLinear } from '../../support/growth.ts';
import { hostileBodies, hostileTexts } from '../../support/service/hostile-bodies.ts';
import { aWalk, type Walk } from '../../support/service/permission-walk.ts';

/*
 * Whatever is sent, the answer is small, foreseen, and comes after a time that grows no faster than what was sent. Each
 * operation gets bodies as large as it reads, by somebody who may call it.
 */
let walk: Walk;
beforeAll(async () => {
  walk = await aWalk('offered', true);
});
afterAll(() => walk.close());

const largest = 256 * 1024;
const largestAnswer = 16 * 1024;
/** Of the processor, in milliseconds: what takes less cannot hold anybody up, however it grows. */
const worthComparing = 40;

async function expectBearable(send: (size: number) => ReturnType<Walk['send']>, size: number): Promise<void> {
  const before = process.cpuUsage();
  const answer = await send(size);
  const { user, system } = process.cpuUsage(before);
  expect(answer.status, answer.body).toBeLessThan(500);
  if (answer.status >= 400) expect(answer.body.length).toBeLessThan(largestAnswer);
  if ((user + system) / 1000 < worthComparing) return;
  await expectLinear(
    () => send(size / 2),
    () => send(size),
  );
}

const withJson = operations.filter(({ body }) => body !== undefined && !isBytes(body));
test.each(withJson.map((declared) => [declared.id, declared] as const))(
  '%s bears every body',
  async (_id, declared) => {
    // What is larger is refused before it has arrived: test/server/http/broken-connection.test.ts.
    const size = Math.min(largest, bodyLimitOf(declared)) - 1024;
    for (const [kind, make] of Object.entries(hostileBodies)) {
      const send = async (length: number) => {
        const answer = await walk.send(declared, { body: make(declared, length) });
        // Full lists of long texts may come to more than is read.
        if (!kind.startsWith('lists as full')) expect(answer.status, `${kind} was not read`).not.toBe(413);
        return answer;
      };
      await expectBearable(send, size);
    }
  },
);

const withQuery = operations.filter(({ query, replies }) => query !== undefined && !isEvents(replies[200]));
test.each(withQuery.map((declared) => [declared.id, declared] as const))(
  '%s bears every query',
  async (_id, declared) => {
    for (const query of hostileQueries(declared)) {
      await expectBearable((size) => walk.send(declared, { query: query(size) }), 12_000);
    }
  },
);

/** Each declared parameter with every hostile text, and parameters without end. */
function hostileQueries({ query }: Operation): ((size: number) => string)[] {
  const one = Object.keys(query?.shape ?? {})[0] ?? 'q';
  return [
    ...Object.values(hostileTexts).map((part) => (size: number) => `${one}=${encodeURIComponent(part(size / 9))}`),
    (size) => `${one}=1&`.repeat(size / (one.length + 3)),
    (size) => 'a&'.repeat(size / 2),
    (size) => '='.repeat(size),
    (size) => '%'.repeat(size),
    (size) => Array.from({ length: size / 6 }, (_, at) => `f${at}=`).join('&'),
    (size) => `${one}[a][a]`.repeat(size / 12),
  ];
}

test.each([
  'accept-language',
  'authorization',
  'content-type',
  'cookie',
  'host',
  'if-match',
  'if-none-match',
  'origin',
  'range',
  'sec-fetch-site',
  'x-forwarded-host',
  'x-read-key',
])('%s bears every text', async (name) => {
  const signIn = operations.find(({ id }) => id === 'signIn') as Operation;
  for (const part of Object.values(headerTexts)) {
    await expectBearable((size) => walk.send(signIn, { body: '{}', headers: { [name]: part(size) } }), 15_000);
  }
});

/** What passes as a header: visible ASCII and blanks. */
const headerTexts: Readonly<Record<string, (size: number) => string>> = {
  letters: (size) => 'a'.repeat(size),
  blanks: (size) => `a${' '.repeat(size)}a`,
  commas: (size) => ','.repeat(size),
  languages: (size) => 'en;q=0.1,'.repeat(size / 9),
  qualities: (size) => `en${';q=1'.repeat(size / 4)}`,
  'a long quality': (size) => `en;q=${'1.'.repeat(size / 2)}x`,
  equals: (size) => '='.repeat(size),
  cookies: (size) => 'phieu=a; '.repeat(size / 9),
  quotes: (size) => '"'.repeat(size),
  bearer: (size) => `Bearer ${'a='.repeat(size / 2)}`,
  'a token with many parts': (size) => `Bearer ${'a.'.repeat(size / 2)}`,
  'a type with parameters': (size) => `application/json${';a=b'.repeat(size / 4)}`,
  ranges: (size) => `bytes=${'0-,'.repeat(size / 3)}`,
  colons: (size) => ':'.repeat(size),
  brackets: (size) => '['.repeat(size),
};
