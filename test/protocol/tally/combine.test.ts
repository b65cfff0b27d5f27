import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nobleGroup as group } from '../../../src/protocol/arithmetic/noble-group.ts';
import { mod } from '../../../src/protocol/arithmetic/scalar.ts';
import { valueAt } from '../../../src/protocol/ceremony/coefficients.ts';
import { lagrangeCoefficients } from '../../../src/protocol/tally/combine.ts';
import { openResult } from '../../../src/protocol/tally/result.ts';
import { vectorJson } from '../../support/build/vectors.ts';

test('any t points of a polynomial give its value anywhere', () => {
  const scalar = fc.bigInt({ min: 0n, max: 2n ** 252n });
  const positions = fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(positions, fc.array(scalar, { minLength: 8, maxLength: 8 }), fc.nat(20), (chosen, all, at) => {
      const polynomial = all.slice(0, chosen.length);
      const weights = lagrangeCoefficients(chosen, at);
      const sum = chosen.reduce(
        (total, position, index) => total + (weights[index] ?? 0n) * valueAt(polynomial, position),
        0n,
      );
      expect(mod(sum)).toBe(valueAt(polynomial, at));
    }),
  );
});

test('the recorded coefficients', async () => {
  const { lagrange } = await vectorJson<{ lagrange: { ids: number[]; coefficients: string[] }[] }>('points.json');
  expect(lagrange.map(({ ids }) => lagrangeCoefficients(ids, 0).map(String))).toEqual(
    lagrange.map(({ coefficients }) => coefficients),
  );
});

test('totals that no ballots can give are refused', () => {
  const sealed = (count: bigint) => ({ alpha: group.neutral, beta: group.generatorPower(count) });
  const open = (...counts: bigint[]) =>
    openResult(group, { cells: [counts.map(sealed)], text: '' }, [counts.map(() => group.neutral)], 3);
  expect(open(2n, 1n)).toEqual({ ok: true, value: [[2, 1]] });
  expect(open(2n, 2n)).toMatchObject({ refusal: 'row-sum' });
  expect(open(4n, 0n)).toMatchObject({ refusal: 'not-a-count' });
});
