import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js';
import { numberToBytesLE } from '@noble/curves/utils.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Group } from '../../../src/protocol/arithmetic/group.ts';
import { nobleGroup } from '../../../src/protocol/arithmetic/noble-group.ts';
import { eighth, mod, order } from '../../../src/protocol/arithmetic/scalar.ts';
import { joinBytes } from '../../../src/protocol/encoding/bytes.ts';
import { vectorJson } from '../build/vectors.ts';

interface PointVectors {
  readonly points: readonly { readonly hex: string; readonly verdict: 'accept' | 'reject'; readonly note: string }[];
}

const identity = '0'.repeat(63) + 1;
const scalars = fc.oneof(
  fc.bigInt({ min: 0n, max: order - 1n }),
  fc.constantFrom(0n, 1n, 2n, 127n, 128n, 129n, 255n, 256n, order - 1n, order - 2n, 2n ** 252n),
);

/** What every backend of the group must do, whatever it is made of. */
export function groupSuite(name: string, group: Group): void {
  describe(`group on ${name}`, async () => {
    const { points } = await vectorJson<PointVectors>('points.json');

    test.each(points.filter(({ verdict }) => verdict === 'accept'))('$note is read and written back', ({ hex }) => {
      const point = group.decode(hex);
      expect(point && group.encode(point)).toBe(hex);
      const again = group.decodeAgain(hex);
      expect(again && point && group.equal(again, point)).toBe(true);
      expect(again && group.encode(again)).toBe(hex);
      expect(group.decodeWithPowers(hex, [1n])?.powers.map((power) => group.encode(power))).toEqual([hex]);
    });

    test.each(points.filter(({ verdict }) => verdict === 'reject'))('$note is refused: $hex', ({ hex }) => {
      expect(group.decode(hex)).toBeUndefined();
      // Whatever the exponents: zero, for one, must not skip the check.
      for (const exponents of [[], [0n], [1n], [8n], [0n, order - 1n], [3n, 5n]]) {
        expect(group.decodeWithPowers(hex, exponents)).toBeUndefined();
      }
      expect(group.decode(hex, { allowNeutral: true }) === undefined).toBe(hex !== identity);
    });

    test('capitals, line ends and other lengths are refused', () => {
      const hex = group.encode(group.generatorPower(12345n));
      for (const text of [hex.toUpperCase(), `${hex}\n`, ` ${hex}`, hex.slice(1), `${hex}00`, `${hex.slice(0, 63)}g`]) {
        expect(group.decode(text)).toBeUndefined();
        expect(group.decodeWithPowers(text, [7n])).toBeUndefined();
      }
    });

    test('the neutral point is read only where it is allowed', () => {
      expect(group.encode(group.neutral)).toBe(identity);
      const neutral = group.decode(identity, { allowNeutral: true });
      expect(neutral && group.isNeutral(neutral)).toBe(true);
      expect(group.decode(identity)).toBeUndefined();
    });

    test('an exponent that is not reduced is a bug', () => {
      for (const exponent of [-1n, order]) {
        expect(() => group.power(group.generator, exponent)).toThrow();
        expect(() => group.powers(group.generator, [exponent])).toThrow();
        expect(() => group.generatorPower(exponent)).toThrow();
        expect(() => group.fixedBase(group.generator)(exponent)).toThrow();
        expect(() => group.secretPower(group.generator, exponent)).toThrow();
      }
    });

    test('the neutral point takes part in every operation', () => {
      const [one, g] = [group.neutral, group.generator];
      expect(group.equal(group.product(one, g), g)).toBe(true);
      expect(group.equal(group.product(g, one), g)).toBe(true);
      expect([one, g, one].map(group.isNeutral)).toEqual([true, false, true]);
      expect(group.isNeutral(group.product(one, one))).toBe(true);
      expect(group.isNeutral(group.product(g, group.inverse(g)))).toBe(true);
      expect(group.isNeutral(group.inverse(one))).toBe(true);
      for (const power of [group.power(one, 5n), group.secretPower(one, 5n), group.fixedBase(one)(5n)]) {
        expect(group.isNeutral(power)).toBe(true);
      }
      for (const power of [group.power(g, 0n), group.secretPower(g, 0n), group.fixedBase(g)(0n)]) {
        expect(group.isNeutral(power)).toBe(true);
      }
      expect(group.powers(one, [0n, 3n]).every(group.isNeutral)).toBe(true);
      expect(group.isNeutral(group.generatorPower(0n))).toBe(true);
      expect(group.encodeAll([one, g, one])).toEqual([identity, group.encode(g), identity]);
      expect(group.encodeAll([])).toEqual([]);
    });

    test('every operation agrees with the reference', () => {
      fc.assert(
        fc.property(scalars, scalars, scalars, (a, b, c) => {
          const same = (text: string, exponent: bigint) => {
            expect(text).toBe(nobleGroup.encode(nobleGroup.secretPower(nobleGroup.generator, mod(exponent))));
          };
          const [ga, gb] = [group.generatorPower(a), group.power(group.generator, b)];
          const text = group.encode(ga);
          same(text, a);
          same(group.encode(group.product(ga, gb)), a + b);
          same(group.encode(group.inverse(ga)), -a);
          same(group.encode(group.power(ga, b)), a * b);
          same(group.encode(group.secretPower(ga, c)), a * c);
          const fixed = group.fixedBase(ga);
          same(group.encode(fixed(b, c)), a * b + c);
          const powers = group.powers(ga, [b, c, b]);
          for (const [index, text] of group.encodeAll([...powers, fixed(b), fixed(c)]).entries()) {
            same(text, a * ([b, c, b, b, c][index] ?? 0n));
          }
          expect(group.equal(ga, gb)).toBe(a === b);
          const decoded = group.decodeWithPowers(text, [b, c]);
          expect(decoded === undefined).toBe(a === 0n);
          for (const [index, text] of group.encodeAll(decoded?.powers ?? []).entries())
            same(text, a * ([b, c][index] ?? 0n));
        }),
        { numRuns: 40 },
      );
    });

    const { batches, writeEighths } = group;
    if (batches === undefined || writeEighths === undefined) return;

    test('points and their eighth roots are written and read back', () => {
      // More than are written at once, the neutral point among them.
      const exponents = Array.from({ length: 70 }, (_, index) => mod(BigInt(index) ** 40n));
      const roots = exponents.map((exponent) => group.generatorPower(mod(exponent * eighth)));
      const { coordinates, powers } = writeEighths(roots);
      const texts = exponents.map((exponent) => nobleGroup.encode(nobleGroup.generatorPower(exponent)));
      expect(powers.map(({ text }) => text)).toEqual(texts);
      const read = batches.readEighths(coordinates);
      for (const some of [powers, read ?? []]) expect(group.encodeAll(some.map(({ point }) => point))).toEqual(texts);
      expect(read?.map(({ text }) => text)).toEqual(texts);
      for (const [index, root] of roots.entries()) {
        const affine = ed25519.Point.fromBytes(hexToBytes(group.encode(root)).reverse());
        const own = coordinates.subarray(64 * index, 64 * index + 64);
        expect(own).toEqual(joinBytes([numberToBytesLE(affine.x, 32), numberToBytesLE(affine.y, 32)]));
      }
      expect(batches.readEighths(new Uint8Array())).toEqual([]);
      expect(batches.readEighths(coordinates.subarray(1))).toBeUndefined();
    });

    test('the eighth power of any point of the curve is read, of small order too, and of nothing else', () => {
      const small = ED25519_TORSION_SUBGROUP.map((hex) => ed25519.Point.fromHex(hex));
      const pairOf = (x: bigint, y: bigint) => joinBytes([numberToBytesLE(x, 32), numberToBytesLE(y, 32)]);
      const { ORDER: prime } = ed25519.Point.Fp;
      for (const shift of small) {
        const { x, y } = ed25519.Point.BASE.multiply(77n).add(shift);
        const [read] = batches.readEighths(pairOf(x, y)) ?? [];
        expect(read?.text).toBe(group.encode(group.generatorPower(8n * 77n)));
        expect(batches.readEighths(pairOf(shift.x, shift.y))?.map(({ text }) => text)).toEqual([identity]);
        for (const [otherX, otherY] of [
          [x + prime, y],
          [x, y + prime],
          [x + 2n ** 255n, y],
          [x, y + 2n ** 255n],
          [prime, 1n],
          [0n, prime + 1n],
          [x, prime - 1n - y],
          [(x + 1n) % prime, y],
          [y, x],
          [2n ** 256n - 1n, y],
        ] as const) {
          expect(batches.readEighths(pairOf(otherX, otherY))).toBeUndefined();
        }
      }
      // One that is wrong among many that are right.
      const right = pairOf(ed25519.Point.BASE.x, ed25519.Point.BASE.y);
      const many = Array.from({ length: 100 }, (_, index) => (index === 99 ? pairOf(0n, 0n) : right));
      expect(batches.readEighths(joinBytes(many))).toBeUndefined();
    });

    test.each([0, 1, 2, 7, 79, 80, 81, 400, 600])('the product of %i powers agrees with the reference', (count) => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(scalars, scalars, fc.boolean()), { minLength: count, maxLength: count }),
          (terms) => {
            const points = terms.map(([secret]) => group.generatorPower(secret));
            // Half as long, as weights are, or whole.
            const exponents = terms.map(([_, exponent, isShort]) =>
              isShort ? BigInt.asUintN(128, exponent) : exponent,
            );
            const sum = terms.reduce((total, [secret], index) => total + secret * (exponents[index] ?? 0n), 0n);
            const product = batches.productOfPowers(points, exponents);
            expect(group.encode(product)).toBe(nobleGroup.encode(nobleGroup.generatorPower(mod(sum))));
          },
        ),
        { numRuns: count < 100 ? 4 : 1 },
      );
    });

    test('a product takes the neutral point, equal factors, factors that cancel and extreme exponents', () => {
      const g = group.generator;
      const [most, short] = [order - 1n, 2n ** 128n - 1n];
      for (const copies of [1, 40, 120]) {
        const points = Array.from({ length: copies }, () => [
          g,
          g,
          group.inverse(g),
          group.neutral,
          group.power(g, 3n),
        ]).flat();
        const exponents = Array.from({ length: copies }, () => [most, short, short, most, 5n]).flat();
        const product = batches.productOfPowers(points, exponents);
        expect(group.encode(product)).toBe(group.encode(group.generatorPower(mod(BigInt(copies) * (most + 15n)))));
        expect(group.isNeutral(batches.productOfPowers([...points, product], [...exponents, most]))).toBe(true);
      }
    });

    test('a product wants one reduced exponent for each point', () => {
      expect(() => batches.productOfPowers([group.generator], [order])).toThrow();
      expect(() => batches.productOfPowers([group.generator], [-1n])).toThrow();
      expect(() => batches.productOfPowers([group.generator], [])).toThrow();
      expect(() => batches.productOfPowers([], [1n])).toThrow();
    });
  });
}
