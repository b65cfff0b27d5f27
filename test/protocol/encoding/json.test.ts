import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type JsonValue,
  parseCanonical,
  readCount,
  readFields,
  readList,
  readText,
  writeCanonical,
} from '../../../src/protocol/encoding/json.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';

test('whatever is written canonically is read back', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 6 }), (value) => {
      // -0 has no spelling of its own.
      const text = writeCanonical(JSON.parse(JSON.stringify(value)) as JsonValue);
      fc.pre(!/\\ud[89a-f]/.test(text));
      expect(parseCanonical(text)).toEqual(JSON.parse(text));
      expect(parseCanonical(utf8Bytes(text))).toEqual(JSON.parse(text));
    }),
  );
});

describe('a second spelling is refused', () => {
  test.each([
    ['a space', '{"a": 1}'],
    ['a line end', '{"a":1}\n'],
    ['a byte order mark', '\ufeff{"a":1}'],
    ['a key twice', '{"a":1,"a":1}'],
    ['an escaped letter', '{"\\u0061":1}'],
    ['an escaped slash', '"\\/"'],
    ['capitals in an escape', '"\\u001F"'],
    ['U+007F as it is', '"\u007f"'],
    ['another form of a number', '[1.0]'],
    ['an exponent', '[1e2]'],
    ['minus zero', '[-0]'],
    ['integer keys out of order', '{"2":1,"1":1}'],
    ['a lone surrogate, escaped', '["\\ud800"]'],
    ['a lone surrogate in a key', '{"\\udfff":1}'],
    ['nothing', ''],
    ['no JSON', '{"a":}'],
  ])('%s', (_, text) => {
    expect(parseCanonical(text)).toBeUndefined();
    expect(parseCanonical(utf8Bytes(text))).toBeUndefined();
  });

  test('a lone surrogate as it is', () => {
    expect(parseCanonical('"\ud800"')).toBeUndefined();
  });

  test('bytes that are not UTF-8', () => {
    expect(parseCanonical(Uint8Array.of(0x22, 0xc3, 0x28, 0x22))).toBeUndefined();
    expect(parseCanonical(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toBeUndefined();
  });

  test('a record nested without end', () => {
    const nested = (depth: number) => [
      '['.repeat(depth) + ']'.repeat(depth),
      '{"a":'.repeat(depth) + 1 + '}'.repeat(depth),
    ];
    for (const text of [33, 200_000].flatMap(nested)) expect(parseCanonical(text) === undefined).toBe(true);
    for (const text of nested(32)) expect(parseCanonical(text)).toBeDefined();
  });
});

test('a text that only looks like an escaped surrogate is read', () => {
  expect(parseCanonical('"\\\\ud800"')).toBe('\\ud800');
  expect(parseCanonical('"\\u007f"')).toBe('\u007f');
});

test('fields are exactly the named ones, in their order', () => {
  const read = (text: string) => readFields(JSON.parse(text), ['a', 'b'], ['c', 'd']);
  for (const text of ['{"a":1,"b":2}', '{"a":1,"b":2,"d":3}', '{"a":1,"b":2,"c":3,"d":4}']) {
    expect(read(text)).toEqual(JSON.parse(text));
  }
  for (const text of [
    '{"b":2,"a":1}',
    '{"a":1}',
    '{"a":1,"b":2,"e":3}',
    '{"a":1,"c":3,"b":2}',
    '{"a":1,"b":2,"d":4,"c":3}',
    '{"a":1,"b":2,"__proto__":3}',
    '[1,2]',
    'null',
    '"ab"',
    '7',
  ]) {
    expect(read(text)).toBeUndefined();
  }
});

test('lists, texts and counts are read as such or not at all', () => {
  expect(readList(['a', 'b'], readText)).toEqual(['a', 'b']);
  expect(readList(['a', 'b'], readText, 3)).toBeUndefined();
  expect(readList(['a', 1], readText)).toBeUndefined();
  expect(readList({ length: 0 }, readText)).toBeUndefined();
  expect([0, 7, 2 ** 53 - 1].map(readCount)).toEqual([0, 7, 2 ** 53 - 1]);
  expect([-1, 0.5, 2 ** 53, Number.NaN, '1', null, -0].map(readCount).every((count) => count === undefined)).toBe(true);
});
