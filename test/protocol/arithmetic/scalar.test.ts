import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeScalar,
  encodeScalar,
  inverseScalar,
  mod,
  order,
  randomScalar,
} from '../../../src/protocol/arithmetic/scalar.ts';
import { vectorJson } from '../../support/build/vectors.ts';

const { q } = await vectorJson<{ q: string }>('points.json');

test('the order is the recorded one', () => {
  expect(order.toString()).toBe(q);
});

test('a scalar has one spelling', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: order - 1n }), (scalar) => {
      expect(decodeScalar(encodeScalar(scalar))).toBe(scalar);
    }),
  );
});

test.each(['', '007', '+7', '-7', '0x7', '1_0', ' 7', '7 ', '7\n', '７', '1e3', '7.0', q, `${order + 7n}`])(
  'the scalar %j is refused',
  (text) => {
    expect(decodeScalar(text)).toBeUndefined();
  },
);

test.each([7, null, undefined, ['7'], true])('a scalar that is no text is refused: %j', (value) => {
  expect(decodeScalar(value)).toBeUndefined();
});

test('zero and numbers of q or more are drawn again', () => {
  const draws = [0n, order, order + 1n, (1n << 253n) - 1n, (7n << 253n) | 5n];
  const scalar = randomScalar((length) => {
    const value = draws.shift() ?? 0n;
    return Uint8Array.from({ length }, (_, index) => Number((value >> BigInt(8 * (31 - index))) & 0xffn));
  });
  expect([scalar, draws.length]).toEqual([5n, 0]);
});

test('every scalar but zero has an inverse', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -order + 1n, max: 2n * order }), (scalar) => {
      fc.pre(mod(scalar) !== 0n);
      expect(mod(inverseScalar(scalar) * scalar)).toBe(1n);
    }),
  );
  expect(() => inverseScalar(order)).toThrow(RangeError);
});
