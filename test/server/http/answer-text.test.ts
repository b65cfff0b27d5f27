import { expect, test } from 'vitest';
import { z } from 'zod';
import { compileSerializer } from '../../../src/server/http/shape.ts';
import { unchanging } from '../../../src/server/kit/unchanging.ts';

const named = z.object({ name: z.string() });
const view = z.object({
  id: z.number(),
  'a "name"': z.string().optional(),
  one: named.nullable(),
  all: z.array(named),
});

test.each([
  ['everything there is', { id: 1, 'a "name"': 'x', one: { name: 'An' }, all: [{ name: 'Bình' }] }],
  ['what is left out', { id: 1, one: null, all: [] }],
  ['what is undefined', { id: 1, 'a "name"': undefined, one: null, all: [] }],
])('an answer is written as JSON writes it: %s', (_what, value) => {
  expect(compileSerializer({ schema: view })(value)).toBe(JSON.stringify(view.parse(value)));
});

test.each([
  ['as it is', <Part extends object>(part: Part) => part],
  ['unchanging', unchanging],
])('only what the schema names leaves the service, from every part of an answer that is %s', (_what, mark) => {
  const write = compileSerializer({ schema: view });
  const secret = { name: 'An', credential: 'secret' };
  const value = { id: 1, credential: 'secret', one: mark({ ...secret }), all: mark([secret]) };
  for (const text of [write(value), write(value)]) {
    expect(JSON.parse(text)).toEqual({ id: 1, one: { name: 'An' }, all: [{ name: 'An' }] });
  }
});

test('a part that is unchanging is written for each place as its schema has it, and looked at once', () => {
  let looked = 0;
  const counting = z.object({ name: z.string() }).refine(() => ++looked > 0);
  const write = compileSerializer({ schema: z.object({ whole: counting, bare: z.object({}) }) });
  const part = unchanging({ name: 'An' });
  for (let time = 0; time < 3; time++) {
    expect(write({ whole: part, bare: part })).toBe('{"whole":{"name":"An"},"bare":{}}');
  }
  expect(looked).toBe(1);
});

test('what is not as the schema says is not sent', () => {
  const missing = { id: 1, one: null };
  expect(() => compileSerializer({ schema: view })(missing)).toThrow(z.ZodError);
  const wrong = { id: 1, one: unchanging({ name: 5 }), all: [] };
  const write = compileSerializer({ schema: view });
  for (let time = 0; time < 2; time++) expect(() => write(wrong)).toThrow(z.ZodError);
});

test('what asks something of the whole answer is asked', () => {
  const strict = compileSerializer({ schema: z.strictObject({ id: z.number() }) });
  expect(() => strict({ id: 1, credential: 'secret' })).toThrow(z.ZodError);
  const refined = compileSerializer({ schema: z.object({ id: z.number() }).refine(({ id }) => id > 1) });
  expect(() => refined({ id: 1 })).toThrow(z.ZodError);
});
