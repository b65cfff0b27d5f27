import type { RandomBytes } from '../../../src/protocol/arithmetic/random.ts';

/**
 * Randomness that makes `randomScalar` draw exactly these values, in this order. A draw of any other length, or one
 * draw too many, is an error of the code under test.
 */
export function scalarsInOrder(values: readonly (bigint | string)[]): RandomBytes {
  const rest = values.map((value) => BigInt(value));
  return (length) => {
    const value = rest.shift();
    if (value === undefined || length !== 32) throw new Error('randomness drawn out of order');
    return Uint8Array.from({ length }, (_, index) => Number((value >> BigInt(8 * (31 - index))) & 0xffn));
  };
}

/** A stream of bytes that is the same every run (xorshift; for tests only). */
export function repeatableRandom(seed = 1): RandomBytes {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state ^= state << 13;
      state >>>= 0;
      state ^= state >>> 17;
      state ^= state << 5;
      state >>>= 0;
      return state & 0xff;
    });
}
