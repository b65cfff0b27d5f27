import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from '../../../src/protocol/arithmetic/group.ts';
import { mod } from '../../../src/protocol/arithmetic/scalar.ts';
import { wasmGroup as group } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { valueAt } from '../../../src/protocol/ceremony/coefficients.ts';
import { findSingleKey, openDecryptionKey } from '../../../src/protocol/ceremony/decryption-key.ts';
import { createSingleTrustee } from '../../../src/protocol/ceremony/single-trustee.ts';
import { checkTrustees } from '../../../src/protocol/ceremony/trustees.ts';
import {
  checkRedundancy,
  combineShares,
  lagrangeCoefficients,
  type Share,
} from '../../../src/protocol/tally/combine.ts';
import { openResult } from '../../../src/protocol/tally/result.ts';
import { aCeremony } from '../../support/build/ceremony.ts';
import { good } from '../../support/build/good.ts';
import { repeatableRandom } from '../../support/build/recorded-random.ts';
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

/** A single teller and two of three others: shares by owner, of cells α = g^exponent. */
const exponents = [[2n, 3n], [5n]];
const { trustees, shares } = mixedShares();
const expected = cellsOf(trustees.electionKey);

function cellsOf(base: Point) {
  return exponents.map((row) => row.map((exponent) => group.power(base, exponent)));
}

function mixedShares() {
  const random = repeatableRandom(9);
  const single = createSingleTrustee(group, random);
  const { parameters, seeds, outputs } = aCeremony(group, { size: 3, threshold: 2 }, random);
  const list = good(checkTrustees(group, `[["Single",${single.text}],["Pedersen",${parameters}]]`));
  const keys = [
    good(findSingleKey(group, list, single.secret)),
    ...seeds.map((seed, at) => good(openDecryptionKey(group, list, seed, outputs[at]?.sealedKey ?? ''))),
  ];
  const made = keys.map(({ owner, secret }): Share => ({ owner, decryption: { factors: cellsOf(power(secret)) } }));
  return { trustees: list, shares: new Map(made.map((share) => [share.owner.owner, share])) };
}

function power(exponent: bigint): Point {
  return group.generatorPower(exponent);
}

const of = (...owners: number[]) => owners.flatMap((owner) => shares.get(owner) ?? []);
/** The same share with one cell off by g. */
const withFalseCell = ([share]: Share[], subject: number, level: number): Share[] => {
  if (share === undefined) throw new Error('no such share');
  const factors = share.decryption.factors.map((row, at) =>
    row.map((factor, place) => (at === subject && place === level ? group.product(factor, group.generator) : factor)),
  );
  return [{ ...share, decryption: { factors } }];
};
const texts = (rows: readonly (readonly Point[])[]) => rows.map((row) => group.encodeAll(row));

test('as many shares of each item as it needs, in any order, decrypt; one that is missing is named by its item', () => {
  for (const chosen of [of(1, 2, 3), of(4, 1, 2), of(3, 4, 1), of(4, 3, 2, 1)]) {
    expect(texts(good(combineShares(group, trustees, chosen)))).toEqual(texts(expected));
  }
  expect(combineShares(group, trustees, of(2, 3, 4))).toMatchObject({ refusal: 'too-few-shares', where: 'item 1' });
  expect(combineShares(group, trustees, of(1, 4))).toMatchObject({ refusal: 'too-few-shares', where: 'item 2' });
});

test('the first positions decrypt, and a share beyond them only shows what does not fit', () => {
  const odd = withFalseCell(of(4), 1, 0);
  const chosen = [...odd, ...of(3, 2, 1)];
  expect(texts(good(combineShares(group, trustees, chosen)))).toEqual(texts(expected));
  expect(checkRedundancy(group, trustees, chosen)).toMatchObject({
    refusal: 'inconsistent-shares',
    where: 'subject 2, level 1',
  });
  expect(checkRedundancy(group, trustees, [...of(1, 2), ...withFalseCell(of(3), 0, 1), ...of(4)])).toMatchObject({
    refusal: 'inconsistent-shares',
    where: 'subject 1, level 2',
  });
});

test('shares that fit are counted as far as they were compared', () => {
  expect(checkRedundancy(group, trustees, of(4, 1, 3, 2))).toEqual({ ok: true, value: 1 });
  expect(checkRedundancy(group, trustees, of(1, 2, 4))).toEqual({ ok: true, value: 0 });
});

test('totals that no ballots can give are refused', () => {
  const sealed = (count: bigint) => ({ alpha: group.neutral, beta: group.generatorPower(count) });
  const open = (...counts: bigint[]) =>
    openResult(group, { cells: [counts.map(sealed)], text: '' }, [counts.map(() => group.neutral)], 3);
  expect(open(2n, 1n)).toEqual({ ok: true, value: [[2, 1]] });
  expect(open(3n, 0n)).toEqual({ ok: true, value: [[3, 0]] });
  expect(open(2n, 2n)).toMatchObject({ refusal: 'row-sum', where: 'subject 1' });
  expect(open(1n, 4n)).toMatchObject({ refusal: 'not-a-count', where: 'subject 1, level 2' });
});
