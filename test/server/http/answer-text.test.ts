import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { compileSerializer } from '../../../src/server/http/shape.ts';
import { unchanging } from '../../../src/server/kit/unchanging.ts';

/** What is sent. */
function writerOf(schema: z.ZodMiniType) {
  const write = compileSerializer({ schema });
  return (value: Readonly<Record<string, unknown>>) => String(write(value));
}

const named = z.object({ name: z.string() });
const view = z.object({
  id: z.number(),
  'a "name"': z.optional(z.string()),
  one: z.nullable(named),
  all: z.array(named),
});

test.each([
  ['everything there is', { id: 1, 'a "name"': 'x', one: { name: 'An' }, all: [{ name: 'Bình' }] }],
  ['what is left out', { id: 1, one: null, all: [] }],
  ['what is undefined', { id: 1, 'a "name"': undefined, one: null, all: [] }],
])('an answer is written as JSON writes it: %s', (_what, value) => {
  expect(writerOf(view)(value)).toBe(JSON.stringify(view.parse(value)));
});

test.each([
  ['as it is', <Part extends object>(part: Part) => part],
  ['unchanging', unchanging],
])('only what the schema names leaves the service, from every part of an answer that is %s', (_what, mark) => {
  const write = writerOf(view);
  const secret = { name: 'An', credential: 'secret' };
  const value = { id: 1, credential: 'secret', one: mark({ ...secret }), all: mark([secret]) };
  for (const text of [write(value), write(value)]) {
    expect(JSON.parse(text)).toEqual({ id: 1, one: { name: 'An' }, all: [{ name: 'An' }] });
  }
});

test('a part that is unchanging is written for each place as its schema has it, and looked at once', () => {
  let looked = 0;
  const counting = z.object({ name: z.string() }).check(z.refine(() => ++looked > 0));
  const write = writerOf(z.object({ whole: counting, bare: z.object({}) }));
  const part = unchanging({ name: 'An' });
  for (let time = 0; time < 3; time++) {
    expect(write({ whole: part, bare: part })).toBe('{"whole":{"name":"An"},"bare":{}}');
  }
  expect(looked).toBe(1);
});

test('what is not as the schema says is not sent', () => {
  const missing = { id: 1, one: null };
  expect(() => writerOf(view)(missing)).toThrow(z.core.$ZodError);
  const wrong = { id: 1, one: unchanging({ name: 5 }), all: [] };
  const write = writerOf(view);
  for (let time = 0; time < 2; time++) expect(() => write(wrong)).toThrow(z.core.$ZodError);
});

test('what asks something of the whole answer is asked', () => {
  const strict = writerOf(z.strictObject({ id: z.number() }));
  expect(() => strict({ id: 1, credential: 'secret' })).toThrow(z.core.$ZodError);
  const refined = writerOf(z.object({ id: z.number() }).check(z.refine(({ id }) => id > 1)));
  expect(() => refined({ id: 1 })).toThrow(z.core.$ZodError);
});

test('an answer with parts that are kept says the same as without, whichever of them are there', () => {
  const long = 'ệ'.repeat(2000);
  const shape = z.object({ one: z.optional(named), text: z.string(), id: z.optional(z.number()), all: z.array(named) });
  const write = writerOf(shape);
  for (const id of [1, undefined]) {
    for (const one of [unchanging({ name: 'An', secret: 1 }), { name: 'An' }, undefined]) {
      for (const text of [long, `${long}"`, 'short', 'x'.repeat(200_000)]) {
        for (const all of [unchanging([{ name: 'Bình' }]), [{ name: 'Bình' }]]) {
          const value = { id, one, text, all };
          expect(JSON.parse(write(value))).toEqual(JSON.parse(JSON.stringify(shape.parse(value))));
        }
      }
    }
  }
});

test('a long text that comes again and again is looked at once, and any other anew', () => {
  let looked = 0;
  const write = writerOf(z.object({ text: z.string().check(z.refine(() => ++looked > 0)) }));
  const texts = Array.from({ length: 100 }, (_, at) => `${at} `.repeat(1000));
  for (let time = 0; time < 3; time++) expect(JSON.parse(write({ text: texts[0] }))).toEqual({ text: texts[0] });
  expect(looked).toBe(1);
  for (const text of [...texts, ...texts]) expect(JSON.parse(write({ text }))).toEqual({ text });
  for (const text of ['short', 'short']) expect(write({ text })).toBe('{"text":"short"}');
});
