import { interleavedMSMUnsafe } from '@noble/curves/abstract/curve.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE, numberToBytesLE } from '@noble/curves/utils.js';
import type { BatchArithmetic, Group } from './group.ts';
import { type CurvePoint, eighthPowers, inside, nobleGroup, outside } from './noble-group.ts';
import { order } from './scalar.ts';

const Curve = ed25519.Point;

/** Bytes of a coordinate. */
const coordinateBytes = 32;
/** From so many factors on gathering them pays. */
const fewest = 500;
const interleavedBits = 5;

const batches: BatchArithmetic = {
  readEighths(coordinates) {
    const points = readCoordinates(coordinates);
    return points && eighthPowers(points);
  },
  productOfPowers(points, exponents) {
    if (points.length !== exponents.length) throw new RangeError('an exponent for each point');
    if (exponents.some((exponent) => exponent < 0n || exponent >= order)) throw new RangeError('not reduced');
    const factors = points.map(inside);
    if (factors.length >= fewest) return outside(pippenger(factors, exponents));
    return outside(interleavedMSMUnsafe(Curve, factors, interleavedBits)([...exponents]));
  },
};

/**
 * The reference with what checking in batches takes besides: apart, so that pages that only seal do not carry it. Points
 * of both are the same.
 */
export const nobleBatchGroup: Group = { ...nobleGroup, batches };

function readCoordinates(coordinates: Uint8Array): CurvePoint[] | undefined {
  const points: CurvePoint[] = [];
  if (coordinates.length % (2 * coordinateBytes) !== 0) return undefined;
  for (let start = 0; start < coordinates.length; start += 2 * coordinateBytes) {
    const x = bytesToNumberLE(coordinates.subarray(start, start + coordinateBytes));
    const y = bytesToNumberLE(coordinates.subarray(start + coordinateBytes, start + 2 * coordinateBytes));
    if (!isOnCurve(x, y)) return undefined;
    points.push(Curve.fromAffine({ x, y }));
  }
  return points;
}

/** Whether these are reduced and solve y² − x² = 1 + d·x²·y². */
function isOnCurve(x: bigint, y: bigint): boolean {
  const { Fp } = Curve;
  if (x >= Fp.ORDER || y >= Fp.ORDER) return false;
  const [xx, yy] = [Fp.sqr(x), Fp.sqr(y)];
  return Fp.eql(Fp.sub(yy, xx), Fp.add(1n, Fp.mul(Curve.CURVE().d, Fp.mul(xx, yy))));
}

/**
 * Pippenger's method with signed windows, in which digits that are zero cost nothing: half of those of short exponents.
 * The `pippenger` of noble-curves adds a point for every digit, and has buckets for one sign only.
 */
function pippenger(points: readonly CurvePoint[], exponents: readonly bigint[]): CurvePoint {
  const width = Math.max(4, Math.min(10, Math.floor(Math.log2(points.length)) - 3));
  const half = 2 ** (width - 1);
  const windows = Math.ceil(254 / width);
  // With the highest bit of every window added, digits from −half to half − 1 become those of a plain number.
  const offset = Array.from({ length: windows }, (_, window) => BigInt(half) << BigInt(window * width));
  const shift = offset.reduce((sum, bit) => sum + bit, 0n);
  // Read three bytes at a time, two of them behind the last.
  const numbers = exponents.map((exponent) => numberToBytesLE(exponent + shift, 40));
  let sum = Curve.ZERO;
  for (let window = windows - 1; window >= 0; window--) {
    for (let bit = 0; bit < width; bit++) sum = sum.double();
    const buckets = new Array<CurvePoint | undefined>(half + 1);
    for (const [index, point] of points.entries()) {
      const digit = digitAt(numbers[index], window * width, width) - half;
      if (digit === 0) continue;
      const signed = digit < 0 ? point.negate() : point;
      buckets[Math.abs(digit)] = buckets[Math.abs(digit)]?.add(signed) ?? signed;
    }
    sum = sum.add(addUp(buckets));
  }
  return sum;
}

function digitAt(number: Uint8Array | undefined, bit: number, width: number): number {
  const [low = 0, middle = 0, high = 0] = number?.subarray(bit >> 3, (bit >> 3) + 3) ?? [];
  return ((low | (middle << 8) | (high << 16)) >> (bit & 7)) & (2 ** width - 1);
}

/** The product of each bucket to the power of its index: the last one is counted in all sums. */
function addUp(buckets: readonly (CurvePoint | undefined)[]): CurvePoint {
  let [running, sum] = [Curve.ZERO, Curve.ZERO];
  for (let index = buckets.length - 1; index > 0; index--) {
    running = running.add(buckets[index] ?? Curve.ZERO);
    sum = sum.add(running);
  }
  return sum;
}
