import { FpInvertBatch } from '@noble/curves/abstract/modular.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { numberToBytesLE } from '@noble/curves/utils.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import type { EighthPower, Group, Point } from './group.ts';
import { order } from './scalar.ts';

const Curve = ed25519.Point;
export type CurvePoint = InstanceType<typeof Curve>;

// The two views of one object: only this file, and what it lends to noble-batches.ts, know what stands behind the
// opaque type.
export const inside = (point: Point) => point as unknown as CurvePoint;
export const outside = (point: CurvePoint) => point as unknown as Point;

const windowBits = 8;
const windowCount = Math.ceil(253 / windowBits);
const windowHalf = 2 ** (windowBits - 1);

/** Bytes of a coordinate. */
const coordinateBytes = 32;

/** The group on the audited arithmetic of noble-curves: runs everywhere, and is the reference for faster backends. */
export const nobleGroup: Group = {
  generator: outside(Curve.BASE),
  neutral: outside(Curve.ZERO),
  decode(text, options) {
    const point = decodeCurvePoint(text);
    if (point === undefined || !point.isTorsionFree()) return undefined;
    return point.is0() && options?.allowNeutral !== true ? undefined : outside(point);
  },
  decodeAgain(text) {
    const point = decodeCurvePoint(text);
    return point && outside(point);
  },
  decodeWithPowers(text, exponents) {
    const point = this.decode(text);
    return point && { point, powers: this.powers(point, exponents) };
  },
  encode: (point) => encodeCoordinates(inside(point).toAffine()),
  encodeAll: (points) => encodeCurvePoints(points.map(inside)),
  product: (a, b) => outside(inside(a).add(inside(b))),
  inverse: (a) => outside(inside(a).negate()),
  power: (base, exponent) => outside(inside(base).multiplyUnsafe(exponent)),
  powers: (base, exponents) => exponents.map((exponent) => outside(inside(base).multiplyUnsafe(exponent))),
  generatorPower: (exponent) => outside(generatorPower(exponent)),
  fixedBase(base) {
    const power = tabulate(inside(base));
    return (exponent, generatorExponent = 0n) => {
      const result = power(exponent);
      return outside(generatorExponent === 0n ? result : result.add(generatorPower(generatorExponent)));
    };
  },
  equal: (a, b) => inside(a).equals(inside(b)),
  isNeutral: (a) => inside(a).is0(),
  secretPower(base, exponent) {
    // noble's constant-time function has no zero; a secret is never zero, but a caller must not find out by a crash.
    return exponent === 0n || this.isNeutral(base) ? this.neutral : outside(inside(base).multiply(exponent));
  },
  writeEighths(points) {
    const affine = affineCoordinates(points.map(inside));
    const coordinates = new Uint8Array(2 * coordinateBytes * affine.length);
    for (const [index, { x, y }] of affine.entries()) {
      coordinates.set(numberToBytesLE(x, coordinateBytes), 2 * index * coordinateBytes);
      coordinates.set(numberToBytesLE(y, coordinateBytes), (2 * index + 1) * coordinateBytes);
    }
    return { coordinates, powers: eighthPowers(affine.map(Curve.fromAffine)) };
  },
};

let generatorTable: ReturnType<typeof tabulate> | undefined;

function generatorPower(exponent: bigint): CurvePoint {
  generatorTable ??= tabulate(Curve.BASE);
  return generatorTable(exponent);
}

/** PROTOCOL §1, steps 1–3; the subgroup check is the caller's. */
function decodeCurvePoint(text: string): CurvePoint | undefined {
  if (!/^[0-9a-f]{64}$/.test(text)) return undefined;
  try {
    // The text is big-endian, the usual encoding of the curve little-endian.
    return Curve.fromBytes(hexToBytes(text).reverse(), false);
  } catch {
    return undefined;
  }
}

function encodeCoordinates({ x, y }: { x: bigint; y: bigint }): string {
  return (y + ((x & 1n) << 255n)).toString(16).padStart(64, '0');
}

function encodeCurvePoints(points: readonly CurvePoint[]): string[] {
  return affineCoordinates(points).map(encodeCoordinates);
}

/** With one inversion for all points. */
function affineCoordinates(points: readonly CurvePoint[]): { x: bigint; y: bigint }[] {
  const inverses = FpInvertBatch(
    Curve.Fp,
    points.map((point) => point.Z),
  );
  return points.map((point, index) => point.toAffine(inverses[index]));
}

/** For `noble-batches.ts`. */
export function eighthPowers(points: readonly CurvePoint[]): EighthPower[] {
  const powers = affineCoordinates(points.map((point) => point.double().double().double()));
  return powers.map((affine) => ({ point: outside(Curve.fromAffine(affine)), text: encodeCoordinates(affine) }));
}

/**
 * A table of all multiples of all windows: a power then costs one addition a window and no doubling.
 * Variable-time, hence not for long-lived secrets.
 */
function tabulate(base: CurvePoint): (exponent: bigint) => CurvePoint {
  const windows: CurvePoint[][] = [];
  let start = base;
  for (let index = 0; index < windowCount; index++) {
    const multiples = [start];
    let last = start;
    while (multiples.length < windowHalf) {
      last = last.add(start);
      multiples.push(last);
    }
    windows.push(multiples);
    start = last.double();
  }
  return (exponent) => {
    if (exponent < 0n || exponent >= order) throw new RangeError('the exponent is not reduced');
    return sumOfWindows(windows, exponent);
  };
}

/** Digits from −127 to 128, so that half a table suffices: the other half are negations, which cost nothing. */
function sumOfWindows(windows: readonly (readonly CurvePoint[])[], exponent: bigint): CurvePoint {
  const digits = exponent.toString(16).padStart(2 * windowCount, '0');
  let sum = Curve.ZERO;
  let carry = 0;
  for (const [index, multiples] of windows.entries()) {
    const end = digits.length - 2 * index;
    let digit = Number.parseInt(digits.slice(end - 2, end), 16) + carry;
    carry = digit > windowHalf ? 1 : 0;
    if (carry === 1) digit -= 2 * windowHalf;
    const multiple = multiples[Math.abs(digit) - 1];
    if (multiple !== undefined) sum = sum.add(digit < 0 ? multiple.negate() : multiple);
  }
  return sum;
}
