import type { RandomBytes } from './random.ts';

/** q, the prime order of the group (PROTOCOL §1). */
export const order = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The remainder modulo q, from 0 to q − 1, of any whole number. */
export function mod(value: bigint): bigint {
  const remainder = value % order;
  return remainder < 0n ? remainder + order : remainder;
}

/** The inverse modulo q. Zero has none: asking for it is a bug and throws. */
export function inverseScalar(value: bigint): bigint {
  let [previous, current] = [order, mod(value)];
  let [before, coefficient] = [0n, 1n];
  if (current === 0n) throw new RangeError('zero has no inverse');
  while (current !== 0n) {
    const quotient = previous / current;
    [previous, current] = [current, previous - quotient * current];
    [before, coefficient] = [coefficient, before - quotient * coefficient];
  }
  return mod(before);
}

/** 1/8 modulo q: a point of the group raised to it is the only one of the group whose eighth power is that point. */
export const eighth = inverseScalar(8n);

/** The text form: decimal digits (PROTOCOL §2). The scalar must be reduced. */
export function encodeScalar(scalar: bigint): string {
  return scalar.toString();
}

/** Reads the one spelling of a scalar below q; undefined for any other text or any other kind of value. */
export function decodeScalar(text: unknown): bigint | undefined {
  // PROTOCOL §2: a challenge or response of q or more would be a second spelling of the same ballot.
  if (typeof text !== 'string' || !/^(?:0|[1-9][0-9]{0,75})$/.test(text)) return undefined;
  const scalar = BigInt(text);
  return scalar < order ? scalar : undefined;
}

/**
 * A random scalar from 1 to q − 1: 32 bytes read as a big-endian number, the lowest 253 bits kept, drawn again until
 * they fit (PROTOCOL §2).
 */
export function randomScalar(random: RandomBytes): bigint {
  for (;;) {
    let digits = '';
    for (const byte of random(32)) digits += byte.toString(16).padStart(2, '0');
    const scalar = BigInt.asUintN(253, BigInt(`0x${digits}`));
    if (scalar !== 0n && scalar < order) return scalar;
  }
}
