import { addPrepared, copyPoint, double, invertPoint, prepare, setNeutral } from './edwards';
import { bucketCount, buckets, chain, chainLength, pointSize, points, prepared, preparedChain, scalars, sum } from './memory';

/**
 * Several powers of one base: the powers 16^i of the base are computed once, with all the doublings there are. Each
 * exponent then costs additions only: digit by digit, the powers 16^i are gathered in a bucket for each absolute value
 * of a digit, and the buckets are added up by their values in the end.
 */

/** The powers 16^i, 0 ≤ i < 64, of the first point. */
export function prepareBase(): void {
  let power = chain;
  for (let i = 0; i < chainLength; i++) {
    copyPoint(power, points);
    prepare(preparedChain + <usize>i * pointSize, points);
    power += pointSize;
    if (i + 1 == chainLength) return;
    double(points, false);
    double(points, false);
    double(points, false);
    double(points, true);
  }
}

/** The first point becomes the power of the prepared base; the exponent, below 2^255, is the first one of the scalars. */
export function powerOfBase(): void {
  const filled = fillBuckets();
  setNeutral(sum);
  setNeutral(points);
  // Bucket 8 is counted in all eight sums, bucket 1 in the last one only.
  for (let index = bucketCount - 1; index >= 0; index--) {
    if (filled & (1 << index)) {
      prepare(prepared, buckets + <usize>index * pointSize);
      addPrepared(sum, prepared, false);
    }
    if (filled >> index) {
      prepare(prepared, sum);
      addPrepared(points, prepared, false);
    }
  }
}

/** Gathers the powers 16^i by signed digits of four bits, −7 to 8; says which buckets hold anything. */
function fillBuckets(): i32 {
  let filled = 0;
  let carry = 0;
  for (let i = 0; i < chainLength; i++) {
    const byte = <i32>load<u8>(scalars + <usize>(i >> 1));
    let digit = ((byte >> ((i & 1) << 2)) & 15) + carry;
    carry = digit > bucketCount ? 1 : 0;
    digit -= carry << 4;
    if (digit == 0) continue;
    const negative = digit < 0;
    const index = (negative ? -digit : digit) - 1;
    const bucket = buckets + <usize>index * pointSize;
    const place = <usize>i * pointSize;
    if (filled & (1 << index)) {
      addPrepared(bucket, preparedChain + place, negative);
    } else {
      filled |= 1 << index;
      copyPoint(bucket, chain + place);
      if (negative) invertPoint(bucket);
    }
  }
  return filled;
}
