import type { Group, Point } from '../arithmetic/group.ts';
import { inverseScalar, mod } from '../arithmetic/scalar.ts';
import { neededShares, type Owner, type Trustees } from '../ceremony/trustees.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { PartialDecryption } from './partial-decryption.ts';

/** A checked partial decryption with its maker. */
export interface Share {
  readonly owner: Owner;
  readonly decryption: PartialDecryption;
}

export type CombineRefusal = 'too-few-shares';

/** α^x of every cell, for the whole election's x. */
export type Factors = readonly (readonly Point[])[];

/** Lagrange's coefficients: what each position's share weighs in the value of their polynomial at `at`. */
export function lagrangeCoefficients(positions: readonly number[], at: number): bigint[] {
  return positions.map((position) => {
    const others = positions.filter((other) => other !== position);
    const above = others.reduce((product, other) => mod(product * BigInt(at - other)), 1n);
    const below = others.reduce((product, other) => mod(product * BigInt(position - other)), 1n);
    return mod(above * inverseScalar(below));
  });
}

/** Combines the shares of all items of the trustees; every item must have enough of them (PROTOCOL §8). */
export function combineShares(
  group: Group,
  trustees: Trustees,
  shares: readonly Share[],
): Outcome<Factors, CombineRefusal> {
  const parts: Factors[] = [];
  for (const [number, item] of trustees.items.entries()) {
    const used = sharesOfItem(shares, number).slice(0, neededShares(item));
    if (used.length < neededShares(item)) return refused('too-few-shares', `item ${number + 1}`);
    parts.push(valueAtPosition(group, used, 0));
  }
  return accepted(productOf(group, parts));
}

/**
 * The redundancy check (PROTOCOL §8): shares beyond the threshold must lie on the polynomial of the others. With m
 * shares it finds m − t cheaters. The value: how many shares were compared with others, over all items.
 */
export function checkRedundancy(
  group: Group,
  trustees: Trustees,
  shares: readonly Share[],
): Outcome<number, 'inconsistent-shares'> {
  let compared = 0;
  for (const [number, item] of trustees.items.entries()) {
    const all = sharesOfItem(shares, number);
    const base = all.slice(0, neededShares(item));
    for (const extra of all.slice(neededShares(item))) {
      const expected = valueAtPosition(group, base, extra.owner.position);
      for (const [subject, row] of extra.decryption.factors.entries()) {
        for (const [level, factor] of row.entries()) {
          const other = expected[subject]?.[level];
          if (other && group.equal(factor, other)) continue;
          return refused('inconsistent-shares', `subject ${subject + 1}, level ${level + 1}`);
        }
      }
      compared += 1;
    }
  }
  return accepted(compared);
}

function sharesOfItem(shares: readonly Share[], item: number): Share[] {
  return shares.filter(({ owner }) => owner.item === item).sort((a, b) => a.owner.position - b.owner.position);
}

/** The share that position `at` must have; 0 is the decryption itself. */
function valueAtPosition(group: Group, shares: readonly Share[], at: number): Factors {
  const coefficients = lagrangeCoefficients(
    shares.map(({ owner }) => owner.position),
    at,
  );
  const weighted = shares.map(({ decryption }, index) =>
    decryption.factors.map((row) => row.map((factor) => group.power(factor, coefficients[index] ?? 0n))),
  );
  return productOf(group, weighted);
}

/** Cell by cell, of one part at least. */
function productOf(group: Group, parts: readonly Factors[]): Factors {
  return parts.reduce((a, b) =>
    a.map((row, subject) => row.map((cell, level) => group.product(cell, b[subject]?.[level] ?? group.neutral))),
  );
}
