import {
  crypto_core_ed25519_add,
  crypto_core_ed25519_is_valid_point,
  crypto_scalarmult_ed25519_base_noclamp,
  crypto_scalarmult_ed25519_noclamp,
} from 'sodium-native';
import { fixedBaseBytes } from '../../protocol/arithmetic/fixed-base.ts';
import type { Group, Point } from '../../protocol/arithmetic/group.ts';
import { order } from '../../protocol/arithmetic/scalar.ts';

// A point is its 32 bytes in libsodium's own order, which is the reverse of the protocol's text form (PROTOCOL §15).
const inside = (point: Point) => point as unknown as Buffer;
const outside = (bytes: Buffer) => bytes as unknown as Point;

const neutral = Buffer.alloc(32);
neutral[0] = 1;
const isNeutral = (bytes: Buffer) => bytes[0] === 1 && bytes.equals(neutral);

/**
 * The group on libsodium: about ten times as fast as the reference, in Node only. Its powers are constant-time, except
 * those of a fixed base, which come from tables of our own.
 *
 * libsodium refuses zero exponents and neutral bases, which the protocol allows on the way; both are handled here before
 * it is asked. It also tests at each power whether the base is in the prime-order group, which is why
 * `decodeWithPowers` needs no test of its own.
 */
export const sodiumGroup: Group = {
  generator: outside(generatorPower(1n)),
  neutral: outside(neutral),
  decode(text, options) {
    const bytes = bytesOf(text);
    if (bytes === undefined) return undefined;
    if (isNeutral(bytes)) return options?.allowNeutral === true ? this.neutral : undefined;
    return crypto_core_ed25519_is_valid_point(bytes) ? outside(bytes) : undefined;
  },
  decodeAgain(text) {
    const bytes = bytesOf(text);
    return bytes && outside(bytes);
  },
  decodeWithPowers(text, exponents) {
    const bytes = bytesOf(text);
    if (bytes === undefined) return undefined;
    // Only a power with another exponent than zero has tested the base; the neutral point fails either test.
    const isTested = exponents.some((exponent) => exponent !== 0n);
    if (!isTested && !crypto_core_ed25519_is_valid_point(bytes)) return undefined;
    const powers: Point[] = [];
    for (const exponent of exponents) {
      const result = checkedPower(bytes, exponent);
      if (result === undefined) return undefined;
      powers.push(outside(result));
    }
    return { point: outside(bytes), powers };
  },
  encode: (point) => textOf(inside(point)),
  encodeAll: (points) => points.map((point) => textOf(inside(point))),
  product: (a, b) => outside(product(inside(a), inside(b))),
  inverse(a) {
    const bytes = Buffer.from(inside(a));
    // The highest bit is the sign of x; the neutral point, the only one here with x = 0, has none.
    if (!isNeutral(bytes)) bytes.writeUInt8(bytes.readUInt8(31) ^ 0x80, 31);
    return outside(bytes);
  },
  power: (base, exponent) => outside(power(inside(base), exponent)),
  powers: (base, exponents) => exponents.map((exponent) => outside(power(inside(base), exponent))),
  generatorPower: (exponent) => outside(generatorPower(exponent)),
  fixedBase(base) {
    // libsodium has tables for the generator only.
    const bytes = fixedBaseBytes(inside(base));
    return (exponent, generatorExponent = 0n) => outside(Buffer.from(bytes(exponent, generatorExponent)));
  },
  equal: (a, b) => inside(a).equals(inside(b)),
  isNeutral: (a) => isNeutral(inside(a)),
  secretPower: (base, exponent) => outside(power(inside(base), exponent)),
};

/** The bytes of a text of the right form; whether they are a point is not yet known. */
function bytesOf(text: string): Buffer | undefined {
  return /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex').reverse() : undefined;
}

function textOf(bytes: Buffer): string {
  return Buffer.from(bytes).reverse().toString('hex');
}

/** The exponent as 32 little-endian bytes, never clamped. */
function scalarBytes(exponent: bigint): Buffer {
  if (exponent < 0n || exponent >= order) throw new RangeError('the exponent is not reduced');
  const bytes = Buffer.allocUnsafe(32);
  for (let offset = 0; offset < 32; offset += 8) {
    bytes.writeBigUInt64LE((exponent >> BigInt(8 * offset)) & 0xffff_ffff_ffff_ffffn, offset);
  }
  return bytes;
}

function product(a: Buffer, b: Buffer): Buffer {
  if (isNeutral(a)) return b;
  if (isNeutral(b)) return a;
  const result = Buffer.allocUnsafe(32);
  crypto_core_ed25519_add(result, a, b);
  return result;
}

function generatorPower(exponent: bigint): Buffer {
  const scalar = scalarBytes(exponent);
  if (exponent === 0n) return neutral;
  const result = Buffer.allocUnsafe(32);
  crypto_scalarmult_ed25519_base_noclamp(result, scalar);
  scalar.fill(0);
  return result;
}

/** A power of a point of the group. */
function power(base: Buffer, exponent: bigint): Buffer {
  const result = isNeutral(base) && exponent >= 0n && exponent < order ? neutral : checkedPower(base, exponent);
  if (result === undefined) throw new TypeError('a point outside the group');
  return result;
}

/** A power of bytes that may be no point; undefined if they are none of the group. Zero tells nothing about them. */
function checkedPower(base: Buffer, exponent: bigint): Buffer | undefined {
  const scalar = scalarBytes(exponent);
  if (exponent === 0n) return neutral;
  const result = Buffer.allocUnsafe(32);
  try {
    crypto_scalarmult_ed25519_noclamp(result, scalar, base);
    return result;
  } catch {
    return undefined;
  } finally {
    scalar.fill(0);
  }
}
