import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { exactBytes, isExactBytes } from '../../../src/contract/kit/text.ts';
import { isBytes, type Operation } from '../../../src/contract/operation.ts';
import { operations } from '../../../src/contract/operations.ts';
import { cleanText } from '../../../src/domain/roster/roster-line.ts';
import { composeTexts } from '../../../src/server/http/compose.ts';
import { alternatives, bodyLimitOf, isArray, isObject, isText, longestJson } from '../../../src/server/http/longest.ts';
import { findUnfit } from '../../../src/server/http/unfit.ts';

const text = z.string();
const faultOf = (value: unknown, schema: z.ZodMiniType = text) => findUnfit(value, schema, 'body')?.code;

/** Marks of two classes in turn: composing sorts such a run, in a time that is quadratic in its length. */
const run = (length: number) => `a${'\u0301\u0323'.repeat(length / 2)}`;
const words = (length: number) => `Nguye\u0302\u0303n${'\u0301\u0323'.repeat(12)} `.repeat(length / 32);

/** Milliseconds of the processor, the least of several tries. */
function time(work: () => unknown): number {
  const tries = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...tries);
}

test.each([
  ['a run of marks', run, (made: string) => faultOf(made) === 'too-many-marks'],
  ['words with many marks', words, (made: string) => faultOf(made) === undefined && composeTexts(made, text)],
  ['letters', (length: number) => 'ê'.repeat(length), (made: string) => composeTexts([made], z.array(text))],
  ['a run of marks in a cell', run, (made: string) => cleanText(made)],
])('%s of twice the length takes twice the time', (_what, make, work) => {
  const [small, large] = [make(320_000), make(640_000)];
  expect(work(small)).toBeTruthy();
  // Too short a time measures nothing.
  const [once, twice] = [time(() => work(small)), time(() => work(large))];
  expect(twice).toBeLessThan(2.5 * once + 5);
});

const someBody = z.object({
  name: text.check(z.maxLength(10)),
  lines: z.array(z.union([text, z.object({ text: exactBytes(text.check(z.maxLength(100))) })])).check(z.maxLength(3)),
});

test('what no text is is found wherever a text has its place', () => {
  for (const name of [run(40), `a${run(40)}`]) expect(faultOf({ name }, someBody)).toBe('too-many-marks');
  expect(faultOf({ lines: ['a', run(40)] }, someBody)).toBe('too-many-marks');
  expect(faultOf({ lines: [{ text: '\ud800' }] }, someBody)).toBe('not-unicode');
  for (const name of [run(30), null, 1, 'Nguyễn'.normalize('NFD')]) expect(faultOf({ name }, someBody)).toBeUndefined();
});

test('lengths are checked before anything is composed, with room for letters that are apart and for blanks', () => {
  expect(faultOf({ name: 'ễ'.repeat(10).normalize('NFD') }, someBody)).toBeUndefined();
  expect(faultOf({ name: 'a'.repeat(45) }, someBody)).toBe('too-long');
  expect(faultOf({ lines: ['a', 'b', 'c', 'd'] }, someBody)).toBe('too-long');
  expect(faultOf(Object.fromEntries(Array.from({ length: 23 }, (_, at) => [at, at])), someBody)).toBe(
    'too-many-fields',
  );
});

test('what has no place in a shape is not gone into, however deep it is', () => {
  let deep: unknown = run(40);
  for (let level = 0; level < 100_000; level++) deep = [deep];
  for (const value of [deep, { name: deep }, { unknown: deep }, { lines: [{ text: deep }] }]) {
    expect(faultOf(value, someBody)).toBeUndefined();
    expect(composeTexts(value, someBody)).toEqual(value);
  }
});

test('every text and list that an operation takes has an end', () => {
  const endless = operations.filter(({ body, query, params, headers }) =>
    [isBytes(body) ? undefined : body, query, params, headers].some(
      (part) => part !== undefined && !Number.isFinite(longestJson(part)),
    ),
  );
  expect(endless.map(({ id }) => id)).toEqual([]);
});

test('an operation reads no more of a body than its shape can need', () => {
  const limitOf = (id: string) => bodyLimitOf(operations.find((one) => one.id === id) as Operation);
  expect(limitOf('signIn')).toBeLessThan(16_384);
  expect(limitOf('signOut')).toBeLessThan(8192);
  // A ballot and its hint, at their longest.
  expect(limitOf('castBallot')).toBe(512 * 1024 + 400_000);
});

/** Every place of a text in what an operation takes, filled with a decomposed name. */
function filled(schemas: readonly z.core.$ZodType[], path: string, texts: Map<string, boolean>): unknown {
  const isMarked = schemas.some(isExactBytes);
  if (isMarked || schemas.some(isText)) {
    texts.set(path, isMarked);
    return 'Nguyễn'.normalize('NFD');
  }
  const elements = schemas.filter(isArray).flatMap(({ _zod }) => alternatives(_zod.def.element));
  if (elements.length > 0) return [filled(elements, `${path}[]`, texts)];
  const fields = Map.groupBy(
    schemas.filter(isObject).flatMap(({ shape }) => Object.entries<z.core.$ZodType>(shape)),
    ([key]) => key,
  );
  return Object.fromEntries(
    [...fields].map(([key, own]) => [
      key,
      filled(
        own.flatMap(([, field]) => alternatives(field)),
        `${path}.${key}`,
        texts,
      ),
    ]),
  );
}

/** The texts in a value by the path to them. */
function textsIn(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, `${path}[]`));
  return Object.entries(value ?? {}).flatMap(([key, one]) => textsIn(one, `${path}.${key}`));
}

test('what is sealed, signed or secret comes through as it was sent; every other text is composed', () => {
  const sealed: string[] = [];
  let composed = 0;
  for (const { id, body, query, params, headers } of operations) {
    for (const [name, part] of Object.entries({ body, query, params, headers })) {
      if (part === undefined || isBytes(part)) continue;
      const texts = new Map<string, boolean>();
      const after = new Map(textsIn(composeTexts(filled(alternatives(part), name, texts), part), name));
      for (const [path, isMarked] of texts) {
        const form = isMarked ? 'NFD' : 'NFC';
        expect(after.get(path), `${id} ${path}`).toBe('Nguyễn'.normalize(form));
        if (isMarked) sealed.push(`${id} ${path}`);
        else composed += 1;
      }
    }
  }
  expect(sealed.sort()).toEqual([
    'acceptInvitation body.token',
    'castBallot body.ballot',
    'castBallot body.hint',
    'castRehearsalBallot body.ballot',
    'castSheet body.ballot',
    'castSheet body.hint',
    'proveCard body.proof',
    'readInvitation body.token',
    'sendCeremonyMessage body.message.certificate',
    'sendCeremonyMessage body.message.output',
    'sendCeremonyMessage body.message.polynomial',
    'sendRehearsalShare body.partialDecryption',
    'sendRehearsalShare body.proof',
    'sendShare body.partialDecryption',
    'sendShare body.proof',
    'setUp body.token',
  ]);
  expect(composed).toBeGreaterThan(300);
});
