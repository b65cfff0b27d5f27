import { add, isZero, multiply, raiseForRoot, read, set, square, subtract, write } from './field';
import {
  d, fieldSize, input, one, pointSize, pointT, pointX, pointY, pointZ, rootOfMinusOne, t0, t1, t2, t3, t4, t5, t6,
  twiceD, written,
} from './memory';

/**
 * The curve −x² + y² = 1 + d·x²·y². Points are extended coordinates X, Y, Z, T with x = X/Z, y = Y/Z, x·y = T/Z, each
 * of them a product (within 1.01·u, see field.ts). The addition is complete: it takes any two points of the curve,
 * equal, neutral or of small order.
 */

export function setNeutral(p: usize): void {
  set(p, 0);
  set(p + fieldSize, 1);
  set(p + 2 * fieldSize, 1);
  set(p + 3 * fieldSize, 0);
}

@inline export function copyPoint(to: usize, from: usize): void {
  for (let i: usize = 0; i < pointSize; i += 8) store<u64>(to + i, load<u64>(from + i));
}

/** f = −f, within the same bounds. */
@inline function negate(f: usize): void {
  for (let i: usize = 0; i < fieldSize; i += 4) store<i32>(f + i, -load<i32>(f + i));
}

export function invertPoint(p: usize): void {
  negate(p);
  negate(p + 3 * fieldSize);
}

/** The prepared form of a point for additions: Y + X, Y − X (2.02·u each), 2dT, 2Z (2.02·u). */
export function prepare(to: usize, p: usize): void {
  add(to, p + fieldSize, p);
  subtract(to + fieldSize, p + fieldSize, p);
  multiply(to + 2 * fieldSize, p + 3 * fieldSize, twiceD);
  add(to + 3 * fieldSize, p + 2 * fieldSize, p + 2 * fieldSize);
}

/** The part that additions share; t3 = 2·Z·Z' comes in within 2.02·u. Then F and G (t3, t6) are within 3.03·u. */
@inline function addTo(p: usize, plus: usize, minus: usize, xy: usize, negative: bool): void {
  add(t0, p + fieldSize, p);
  subtract(t1, p + fieldSize, p);
  multiply(t0, t0, plus);
  multiply(t1, t1, minus);
  multiply(t2, xy, p + 3 * fieldSize);
  subtract(t4, t0, t1);
  add(t5, t0, t1);
  if (negative) {
    subtract(t6, t3, t2);
    add(t3, t3, t2);
  } else {
    add(t6, t3, t2);
    subtract(t3, t3, t2);
  }
  multiply(p, t4, t3);
  multiply(p + fieldSize, t5, t6);
  multiply(p + 2 * fieldSize, t6, t3);
  multiply(p + 3 * fieldSize, t4, t5);
}

/** p = p·q, or p/q when negative, of a prepared q. The inverse of q has its first two fields exchanged and −2dT. */
export function addPrepared(p: usize, q: usize, negative: bool): void {
  multiply(t3, p + 2 * fieldSize, q + 3 * fieldSize);
  if (negative) addTo(p, q + fieldSize, q, q + 2 * fieldSize, true);
  else addTo(p, q, q + fieldSize, q + 2 * fieldSize, false);
}

/** The same with an entry of a table, where Z = 1. */
export function addEntry(p: usize, entry: usize, negative: bool): void {
  add(t3, p + 2 * fieldSize, p + 2 * fieldSize);
  if (negative) addTo(p, entry + fieldSize, entry, entry + 2 * fieldSize, true);
  else addTo(p, entry, entry + fieldSize, entry + 2 * fieldSize, false);
}

/** p = p². T is not read, and written only where it is needed afterwards. */
export function double(p: usize, withT: bool): void {
  const y = p + fieldSize;
  const z = p + 2 * fieldSize;
  add(t3, p, y);
  square(t0, p);
  square(t1, y);
  square(t2, z);
  square(t3, t3);
  add(t4, t0, t1); // H = X² + Y², 2.02·u
  subtract(t5, t4, t3); // E = H − (X + Y)², 3.03·u
  subtract(t6, t0, t1); // G = X² − Y², 2.02·u
  add(t2, t2, t2);
  add(t2, t2, t6); // F = 2·Z² + G, 4.04·u
  multiply(p, t5, t2);
  multiply(y, t6, t4);
  multiply(z, t2, t6);
  if (withT) multiply(p + 3 * fieldSize, t5, t4);
}

export function isNeutral(p: usize): bool {
  if (!isZero(p)) return false;
  subtract(t0, p + fieldSize, p + 2 * fieldSize);
  return isZero(t0);
}

/** Whether a pair of coordinates, with Z = 1 and T = x·y, solves the curve's equation y² − x² = 1 + d·(x·y)². */
export function isOnCurve(p: usize): bool {
  square(t0, p);
  square(t1, p + fieldSize);
  square(t2, p + 3 * fieldSize);
  multiply(t2, t2, d);
  subtract(t1, t1, t0);
  subtract(t1, t1, t2);
  subtract(t1, t1, one); // three products and 1, 4.04·u
  return isZero(t1);
}

/** Whether X·Z' = X'·Z and Y·Z' = Y'·Z. */
export function areEqual(p: usize, q: usize): bool {
  for (let field: usize = 0; field <= fieldSize; field += fieldSize) {
    multiply(t0, p + field, q + 2 * fieldSize);
    multiply(t1, q + field, p + 2 * fieldSize);
    subtract(t0, t0, t1);
    if (!isZero(t0)) return false;
  }
  return true;
}

/**
 * Reads the encoding of a point at the input into the first point: y, and the sign of x in the highest bit. False for
 * another spelling than the one canonical of y, for a y without x, and for a sign of x = 0. The point may be neutral,
 * of small order, or outside the subgroup: those are other questions.
 */
export function decodePoint(): bool {
  read(pointY, input);
  write(written, pointY);
  for (let i: usize = 0; i < 32; i += 8) {
    const mask: u64 = i == 24 ? 0x7fff_ffff_ffff_ffff : 0xffff_ffff_ffff_ffff;
    if (load<u64>(written + i) != (load<u64>(input + i) & mask)) return false;
  }
  set(pointZ, 1);
  // x² = u/v with u = y² − 1 and v = d·y² + 1, which is never zero, since −1/d is no square.
  square(t4, pointY);
  multiply(t5, t4, d);
  subtract(t4, t4, one);
  add(t5, t5, one);
  if (!findRoot()) return false;
  // The sign is that of the reduced x.
  multiply(t0, pointX, one);
  write(written, t0);
  const odd = load<u8>(written) & 1;
  const sign = load<u8>(input + 31) >> 7;
  if (odd != sign) {
    if (isZero(pointX)) return false;
    negate(pointX);
  }
  multiply(pointT, pointX, pointY);
  return true;
}

/** X = √(u/v) of u in t4 and v in t5, both within 1.1·u; false if there is none. */
function findRoot(): bool {
  // u·v³·(u·v⁷)^((p − 5)/8) is a root of u/v or of −u/v, if u/v has one.
  square(t6, t5);
  multiply(t6, t6, t5);
  square(t0, t6);
  multiply(t0, t0, t5);
  multiply(pointX, t0, t4);
  multiply(t6, t6, t4);
  raiseForRoot(pointX, pointX);
  multiply(pointX, pointX, t6);
  square(t0, pointX);
  multiply(t0, t0, t5);
  subtract(t1, t0, t4);
  if (isZero(t1)) return true;
  add(t1, t0, t4);
  multiply(pointX, pointX, rootOfMinusOne);
  return isZero(t1);
}
