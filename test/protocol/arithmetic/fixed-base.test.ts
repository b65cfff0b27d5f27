import { hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedBaseBytes } from '../../../src/protocol/arithmetic/fixed-base.ts';
import { nobleGroup as group } from '../../../src/protocol/arithmetic/noble-group.ts';
import { mod, order } from '../../../src/protocol/arithmetic/scalar.ts';
import { wasmInstance } from '../../../src/protocol/arithmetic/wasm-instance.ts';

const littleEndian = (text: string) => hexToBytes(text).reverse();
const edges = [0n, 1n, 2n, 127n, 128n, 129n, 255n, 256n, 2n ** 252n, order / 2n, order - 2n, order - 1n];
const exponents = fc.oneof(fc.bigInt({ min: 0n, max: order - 1n }), fc.constantFrom(...edges));

test('the tables in WebAssembly give what the reference gives, for any base', () => {
  fc.assert(
    fc.property(
      exponents,
      fc.array(fc.tuple(exponents, exponents), { minLength: 20, maxLength: 20 }),
      (secret, pairs) => {
        const power = fixedBaseBytes(littleEndian(group.encode(group.generatorPower(secret))));
        for (const [exponent, generatorExponent] of pairs) {
          const expected = group.encode(group.generatorPower(mod(secret * exponent + generatorExponent)));
          expect(power(exponent, generatorExponent)).toEqual(littleEndian(expected));
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('every pair of extreme exponents is right, sums that cancel included', () => {
  const secret = order - 1n;
  const power = fixedBaseBytes(littleEndian(group.encode(group.generatorPower(secret))));
  for (const a of edges) {
    for (const b of edges) {
      const expected = group.encode(group.generatorPower(mod(b - a)));
      expect(power(a, b)).toEqual(littleEndian(expected));
    }
  }
});

test('a point is written as it is, whatever was computed since', () => {
  const [bytes, instance] = [littleEndian(group.encode(group.generator)), wasmInstance({ inPairs: false })];
  const point = instance.decode(bytes);
  if (point === undefined) throw new Error('the generator is a point');
  instance.product(point, point);
  expect(instance.encode(point)).toEqual(bytes);
});

test('bytes that are no point are no base', () => {
  expect(() => fixedBaseBytes(new Uint8Array(32).fill(255))).toThrow('no point');
});

test('an exponent that is not reduced is a bug', () => {
  const power = fixedBaseBytes(littleEndian(group.encode(group.generator)));
  for (const exponent of [-1n, order]) {
    expect(() => power(exponent, 0n)).toThrow(RangeError);
    expect(() => power(0n, exponent)).toThrow(RangeError);
  }
});
