import * as z from 'zod/mini';

/** A share of a whole as two integers: rules say "two thirds", and no binary fraction is two thirds. */
export const fraction = z.strictObject({
  numerator: z.int().check(z.minimum(0)),
  denominator: z.int().check(z.minimum(1)),
});

export type Fraction = z.infer<typeof fraction>;

/** Sign of `part/whole − share`, exactly: −1, 0 or 1. `whole` must not be negative. */
export function comparePart(part: number, whole: number, share: Fraction): -1 | 0 | 1 {
  const left = BigInt(part) * BigInt(share.denominator);
  const right = BigInt(whole) * BigInt(share.numerator);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The same for two shares. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  return comparePart(a.numerator, a.denominator, b);
}

/** True if the share is between nothing and everything and cannot be shortened. */
export function isLowestShare(share: Fraction): boolean {
  return share.numerator <= share.denominator && greatestCommonDivisor(share.numerator, share.denominator) === 1;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
