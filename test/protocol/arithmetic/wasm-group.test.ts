import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nobleGroup } from '../../../src/protocol/arithmetic/noble-group.ts';
import { mod, order } from '../../../src/protocol/arithmetic/scalar.ts';
import { wasmGroup, wasmGroupOneByOne } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { wasmInstance } from '../../../src/protocol/arithmetic/wasm-instance.ts';
import { ballotSuite } from '../../support/suites/ballot-suite.ts';
import { groupSuite } from '../../support/suites/group-suite.ts';

groupSuite('WebAssembly', wasmGroup);
groupSuite('WebAssembly one by one', wasmGroupOneByOne);
ballotSuite('WebAssembly', wasmGroup);

const field = 2n ** 255n - 19n;
const textOf = (value: bigint) => value.toString(16).padStart(64, '0');
const multiple = (scalar: bigint) => nobleGroup.encode(nobleGroup.generatorPower(mod(scalar)));

/** What both backends say of a text: accepted as which point, with which powers. */
function readings(text: string, exponents: readonly bigint[]): readonly unknown[] {
  return [nobleGroup, wasmGroup].map((group) => {
    const [plain, lenient] = [group.decode(text), group.decode(text, { allowNeutral: true })];
    const raised = group.decodeWithPowers(text, exponents);
    return {
      plain: plain && group.encode(plain),
      lenient: lenient && group.encode(lenient),
      raised: raised && group.encodeAll([raised.point, ...raised.powers]),
    };
  });
}

// Whole runs of equal digits, and exponents of every length: carries through all windows, empty and full buckets.
const lengths = fc.bigInt({ min: 0n, max: 253n });
const scalars = fc.oneof(
  fc.bigInt({ min: 0n, max: order - 1n }),
  fc.tuple(lengths, fc.bigInt({ min: -2n, max: 2n })).map(([bits, offset]) => mod(2n ** bits + offset)),
  fc
    .tuple(lengths, fc.bigInt({ min: 0n, max: order }))
    .map(([bits, value]) => mod(BigInt.asUintN(Number(bits), value))),
  fc.constantFrom('7', '8', '9', 'f', '80', '08', '7f', 'ff').map((digits) => mod(BigInt(`0x${digits.repeat(62)}`))),
  fc.constantFrom(0n, 1n, 8n, order / 2n, order - 8n, order - 1n),
);

test('batches are computed on two field elements at once, here and in Chromium', () => {
  expect(wasmInstance({ inPairs: true }).isInPairs).toBe(true);
  expect(wasmInstance({ inPairs: false }).isInPairs).toBe(false);
});

test('any 256 bits are accepted or refused as the reference does', () => {
  // Half of them are on the curve, an eighth of those in the group.
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), scalars, (value, exponent) => {
      const [expected, found] = readings(textOf(value), [exponent]);
      expect(found).toEqual(expected);
    }),
    { numRuns: 250 },
  );
});

test('every text near the field’s edges, with either sign, is accepted or refused as the reference does', () => {
  const near = [0n, field, 2n ** 255n, (field - 1n) / 2n, 2n ** 254n];
  for (const y of near.flatMap((edge) => Array.from({ length: 45 }, (_, index) => edge + BigInt(index - 22)))) {
    for (const value of [y, y + 2n ** 255n]) {
      if (value < 0n || value >= 2n ** 256n) continue;
      const [expected, found] = readings(textOf(value), []);
      expect(found).toEqual(expected);
    }
  }
});

test('a point moved out of the group by any point of small order is refused', () => {
  const small = ED25519_TORSION_SUBGROUP.map((hex) => ed25519.Point.fromHex(hex));
  fc.assert(
    fc.property(scalars, (secret) => {
      const point = ed25519.Point.BASE.multiplyUnsafe(secret);
      for (const shift of small) {
        const text = bytesToHex(point.add(shift).toBytes().reverse());
        const isInGroup = shift.is0();
        expect(wasmGroup.decode(text, { allowNeutral: true }) !== undefined).toBe(isInGroup);
        expect(wasmGroup.decodeWithPowers(text, [0n, 8n]) !== undefined).toBe(isInGroup && secret !== 0n);
      }
    }),
    { numRuns: 60 },
  );
});

test('every power is the reference’s, by digits, by tables and in products that cancel', () => {
  fc.assert(
    fc.property(scalars, scalars, scalars, (secret, a, b) => {
      const base = wasmGroup.generatorPower(secret);
      const [first = base, second = base] = wasmGroup.powers(base, [a, b]);
      const inverse = wasmGroup.power(base, mod(-a));
      const results = [
        ...[base, first, second, inverse, wasmGroup.product(first, second), wasmGroup.product(first, inverse)],
        ...[wasmGroup.product(first, first), wasmGroup.product(first, wasmGroup.inverse(second))],
      ];
      const exponents = [1n, a, b, -a, a + b, 0n, 2n * a, a - b];
      expect(wasmGroup.encodeAll(results)).toEqual(exponents.map((exponent) => multiple(secret * exponent)));
      expect(wasmGroup.isNeutral(wasmGroup.product(first, inverse))).toBe(true);
      expect(wasmGroup.equal(wasmGroup.product(first, second), wasmGroup.power(base, mod(a + b)))).toBe(true);
      expect(wasmGroup.equal(first, inverse)).toBe(mod(2n * a * secret) === 0n);
    }),
    { numRuns: 250 },
  );
});

test('a chain of products stays right however long it is', () => {
  let [sum, exponent] = [wasmGroup.generator, 1n];
  for (let step = 1n; step <= 500n; step++) {
    const square = step % 3n === 0n;
    sum = wasmGroup.product(sum, square ? sum : wasmGroup.inverse(wasmGroup.generator));
    exponent = square ? 2n * exponent : exponent - 1n;
  }
  expect(wasmGroup.encode(sum)).toBe(multiple(exponent));
});

test('any number of points, neutral ones among them, is written together as one by one', () => {
  for (const count of [0, 1, 63, 64, 65, 128, 150]) {
    const exponents = Array.from({ length: count }, (_, index) => mod(BigInt(index % 7) * BigInt(index - 90)));
    const points = exponents.map((exponent) => wasmGroup.power(wasmGroup.generator, exponent));
    expect(wasmGroup.encodeAll(points)).toEqual(exponents.map(multiple));
  }
});

test('a product of more factors than the memory takes at once is right', () => {
  const count = 12_288 + 100;
  const [one, two] = [wasmGroup.generatorPower(3n), wasmGroup.generatorPower(5n)];
  const points = Array.from({ length: count }, (_, index) => (index % 2 === 0 ? one : two));
  const exponents = points.map((_, index) => mod(BigInt(index) ** 12n));
  const sum = exponents.reduce((total, exponent, index) => total + (index % 2 === 0 ? 3n : 5n) * exponent, 0n);
  const product = wasmGroup.batches?.productOfPowers(points, exponents);
  expect(product && wasmGroup.encode(product)).toBe(multiple(sum));
});

test('a point is its coordinates and nothing else of the module’s memory', () => {
  for (const point of [wasmGroup.generator, wasmGroup.product(wasmGroup.generator, wasmGroup.generator)]) {
    expect(point).toHaveLength(40);
  }
});

test('a point outside the group has no power for a secret', () => {
  const small = ED25519_TORSION_SUBGROUP.map((hex) => ed25519.Point.fromHex(hex)).find((point) => !point.is0());
  const outside = small && wasmGroup.decodeAgain(bytesToHex(small.add(ed25519.Point.BASE).toBytes().reverse()));
  expect(() => outside && wasmGroup.secretPower(outside, 5n)).toThrow('outside the group');
});

test('a fixed base keeps its own tables beside others, whatever operation it comes from', () => {
  const points = [wasmGroup.generatorPower(3n), wasmGroup.inverse(wasmGroup.power(wasmGroup.generator, 5n))];
  const bases = points.map((point) => wasmGroup.fixedBase(point));
  const powers = [7n, 11n].flatMap((exponent) => bases.map((base) => base(exponent, 2n)));
  expect(wasmGroup.encodeAll(powers)).toEqual([23n, -33n, 35n, -53n].map(multiple));
});
