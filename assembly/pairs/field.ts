import { pairSize } from '../memory';
import {
  down, downAround, firstSign, lowestOffset, mask, productOffsets, split, splitAndExact, squareOffsets, whole, wholeOffset,
} from './constants';

export { writeConstants } from './constants';

/**
 * Two elements of the field modulo p = 2^255 − 19 at once, one in each lane: five limbs of 51 bits, signed whole numbers
 * in f64 (value = Σ limb[i]·2^(51·i)), limb by limb.
 *
 * A product of two limbs is split exactly by two fused multiplications and additions, each of which rounds once:
 * high = x·y + 1.5·2^103 is a multiple of 2^51, since numbers from 2^103 to 2^104 are; x·y less that multiple is at most
 * 2^50 from zero and comes out exactly. 1.5·2^52 is added to it, so that the bits of either, taken as whole numbers, count
 * units of 2^51 and of 1 from a constant on, and are added up as such. That takes |x·y| ≤ 2^102.
 *
 * Bounds, with v = 2^50 + 2^9: a product or square comes out within v, and is taken of factors within a·v and b·v where
 * a·b ≤ 3.99 (then |x·y| ≤ 3.99·v² < 2^102), a square of one within 1.41·v, since it doubles. Sums do not carry: who uses
 * them says how many products they add.
 */

@inline function high(x: v128, y: v128): v128 {
  return f64x2.relaxed_madd(x, y, v128.load(split));
}

/** The rest of a product whose high part this is. */
@inline function low(x: v128, y: v128, above: v128): v128 {
  return f64x2.relaxed_madd(x, y, f64x2.sub(v128.load(splitAndExact), above));
}

@inline function plus(a: v128, b: v128): v128 {
  return i64x2.add(a, b);
}

@inline function times19(a: v128): v128 {
  return plus(a, plus(i64x2.shl(a, 1), i64x2.shl(a, 4)));
}

@inline function limb(f: usize, index: usize): v128 {
  return v128.load(f + 16 * index);
}

@inline function put(h: usize, index: usize, value: v128): void {
  v128.store(h + 16 * index, value);
}

/** Whether this engine adds to products before it rounds. Where it does not, nothing here is right. */
export function isFused(): bool {
  // The square of 2^52 + 2^50 + 2^8 has 2^16 in it, which is lost where the product is rounded.
  const x = v128.load(wholeOffset);
  const square = f64x2.mul(x, x);
  const rest = f64x2.relaxed_madd(x, x, f64x2.neg(square));
  return f64x2.extract_lane(rest, 0) != 0 && f64x2.extract_lane(rest, 1) != 0;
}

/**
 * Stores a product from its ten sums, which `offsets` correct. Low parts count up to 2^50 and high parts up to 2^51: at
 * most 13·2^50 in the sums 0 to 4 and 14·2^50 in those above, and 267·2^50 with 19 times those. 2^50 + 2^59 is added,
 * so that they are positive, and that below 2^51 which is kept is 2^50 too much, and what is carried 2^8. That is within
 * 134 of zero, and within 26 where it goes around: limbs come out within 2^50 + 19·26.
 */
@inline function reduce(
  h: usize, offsets: usize,
  s0: v128, s1: v128, s2: v128, s3: v128, s4: v128, s5: v128, s6: v128, s7: v128, s8: v128, s9: v128,
): void {
  const h0 = plus(plus(s0, limb(offsets, 0)), times19(s5));
  const h1 = plus(plus(s1, limb(offsets, 1)), times19(s6));
  const h2 = plus(plus(s2, limb(offsets, 2)), times19(s7));
  const h3 = plus(plus(s3, limb(offsets, 3)), times19(s8));
  const h4 = plus(plus(s4, limb(offsets, 4)), times19(s9));
  put(h, 0, numberOf(h0, times19(i64x2.shr_u(h4, 51)), lowestOffset));
  put(h, 1, numberOf(h1, i64x2.shr_u(h0, 51), wholeOffset));
  put(h, 2, numberOf(h2, i64x2.shr_u(h1, 51), wholeOffset));
  put(h, 3, numberOf(h3, i64x2.shr_u(h2, 51), wholeOffset));
  put(h, 4, numberOf(h4, i64x2.shr_u(h3, 51), wholeOffset));
}

/** The lowest 51 bits and what is carried to them, together below 2^52, less an offset. */
@inline function numberOf(sum: v128, carried: v128, offset: usize): v128 {
  const value = plus(v128.and(sum, v128.load(mask)), carried);
  return f64x2.sub(v128.or(value, v128.load(whole)), v128.load(offset));
}

/** h = f·g, the sums from the highest down. */
export function multiply(h: usize, f: usize, g: usize): void {
  const f0 = limb(f, 0);
  const f1 = limb(f, 1);
  const f2 = limb(f, 2);
  const f3 = limb(f, 3);
  const f4 = limb(f, 4);
  const g0 = limb(g, 0);
  const g1 = limb(g, 1);
  const g2 = limb(g, 2);
  const g3 = limb(g, 3);
  const g4 = limb(g, 4);
  const s9 = high(f4, g4);
  let s8 = low(f4, g4, s9);
  let r = high(f3, g4);
  let s7 = low(f3, g4, r);
  s8 = plus(s8, r);
  r = high(f4, g3);
  s7 = plus(s7, low(f4, g3, r));
  s8 = plus(s8, r);
  r = high(f2, g4);
  let s6 = low(f2, g4, r);
  s7 = plus(s7, r);
  r = high(f3, g3);
  s6 = plus(s6, low(f3, g3, r));
  s7 = plus(s7, r);
  r = high(f4, g2);
  s6 = plus(s6, low(f4, g2, r));
  s7 = plus(s7, r);
  r = high(f1, g4);
  let s5 = low(f1, g4, r);
  s6 = plus(s6, r);
  r = high(f2, g3);
  s5 = plus(s5, low(f2, g3, r));
  s6 = plus(s6, r);
  r = high(f3, g2);
  s5 = plus(s5, low(f3, g2, r));
  s6 = plus(s6, r);
  r = high(f4, g1);
  s5 = plus(s5, low(f4, g1, r));
  s6 = plus(s6, r);
  r = high(f0, g4);
  let s4 = low(f0, g4, r);
  s5 = plus(s5, r);
  r = high(f1, g3);
  s4 = plus(s4, low(f1, g3, r));
  s5 = plus(s5, r);
  r = high(f2, g2);
  s4 = plus(s4, low(f2, g2, r));
  s5 = plus(s5, r);
  r = high(f3, g1);
  s4 = plus(s4, low(f3, g1, r));
  s5 = plus(s5, r);
  r = high(f4, g0);
  s4 = plus(s4, low(f4, g0, r));
  s5 = plus(s5, r);
  r = high(f0, g3);
  let s3 = low(f0, g3, r);
  s4 = plus(s4, r);
  r = high(f1, g2);
  s3 = plus(s3, low(f1, g2, r));
  s4 = plus(s4, r);
  r = high(f2, g1);
  s3 = plus(s3, low(f2, g1, r));
  s4 = plus(s4, r);
  r = high(f3, g0);
  s3 = plus(s3, low(f3, g0, r));
  s4 = plus(s4, r);
  r = high(f0, g2);
  let s2 = low(f0, g2, r);
  s3 = plus(s3, r);
  r = high(f1, g1);
  s2 = plus(s2, low(f1, g1, r));
  s3 = plus(s3, r);
  r = high(f2, g0);
  s2 = plus(s2, low(f2, g0, r));
  s3 = plus(s3, r);
  r = high(f0, g1);
  let s1 = low(f0, g1, r);
  s2 = plus(s2, r);
  r = high(f1, g0);
  s1 = plus(s1, low(f1, g0, r));
  s2 = plus(s2, r);
  r = high(f0, g0);
  const s0 = low(f0, g0, r);
  s1 = plus(s1, r);
  reduce(h, productOffsets, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9);
}

/** h = f², half of the terms of a product being equal: doubled once, which only the sums' offsets can tell. */
export function square(h: usize, f: usize): void {
  const f0 = limb(f, 0);
  const f1 = limb(f, 1);
  const f2 = limb(f, 2);
  const f3 = limb(f, 3);
  const f4 = limb(f, 4);
  const f0d = f64x2.add(f0, f0);
  const f1d = f64x2.add(f1, f1);
  const f2d = f64x2.add(f2, f2);
  const f3d = f64x2.add(f3, f3);
  const s9 = high(f4, f4);
  let s8 = low(f4, f4, s9);
  let r = high(f3d, f4);
  let s7 = low(f3d, f4, r);
  s8 = plus(s8, r);
  r = high(f2d, f4);
  let s6 = low(f2d, f4, r);
  s7 = plus(s7, r);
  r = high(f3, f3);
  s6 = plus(s6, low(f3, f3, r));
  s7 = plus(s7, r);
  r = high(f1d, f4);
  let s5 = low(f1d, f4, r);
  s6 = plus(s6, r);
  r = high(f2d, f3);
  s5 = plus(s5, low(f2d, f3, r));
  s6 = plus(s6, r);
  r = high(f0d, f4);
  let s4 = low(f0d, f4, r);
  s5 = plus(s5, r);
  r = high(f1d, f3);
  s4 = plus(s4, low(f1d, f3, r));
  s5 = plus(s5, r);
  r = high(f2, f2);
  s4 = plus(s4, low(f2, f2, r));
  s5 = plus(s5, r);
  r = high(f0d, f3);
  let s3 = low(f0d, f3, r);
  s4 = plus(s4, r);
  r = high(f1d, f2);
  s3 = plus(s3, low(f1d, f2, r));
  s4 = plus(s4, r);
  r = high(f0d, f2);
  let s2 = low(f0d, f2, r);
  s3 = plus(s3, r);
  r = high(f1, f1);
  s2 = plus(s2, low(f1, f1, r));
  s3 = plus(s3, r);
  r = high(f0d, f1);
  const s1 = low(f0d, f1, r);
  s2 = plus(s2, r);
  r = high(f0, f0);
  const s0 = low(f0, f0, r);
  reduce(h, squareOffsets, s0, plus(s1, r), s2, s3, s4, s5, s6, s7, s8, s9);
}

/** h = f of a sum within 4·v, whose limbs come out within 2^50 + 57: each passes on a multiple of 2^51 close to it. */
export function carry(h: usize, f: usize): void {
  const c0 = nearest(limb(f, 0));
  const c1 = nearest(limb(f, 1));
  const c2 = nearest(limb(f, 2));
  const c3 = nearest(limb(f, 3));
  const c4 = nearest(limb(f, 4));
  const around = f64x2.mul(c4, v128.load(downAround));
  put(h, 0, f64x2.add(f64x2.sub(limb(f, 0), c0), around));
  put(h, 1, f64x2.add(f64x2.sub(limb(f, 1), c1), f64x2.mul(c0, v128.load(down))));
  put(h, 2, f64x2.add(f64x2.sub(limb(f, 2), c2), f64x2.mul(c1, v128.load(down))));
  put(h, 3, f64x2.add(f64x2.sub(limb(f, 3), c3), f64x2.mul(c2, v128.load(down))));
  put(h, 4, f64x2.add(f64x2.sub(limb(f, 4), c4), f64x2.mul(c3, v128.load(down))));
}

@inline function nearest(value: v128): v128 {
  return f64x2.sub(f64x2.add(value, v128.load(split)), v128.load(split));
}

/** (a, b) of two lanes becomes (b − a, b + a). */
@inline export function cross(h: usize, f: usize): void {
  for (let i: usize = 0; i < pairSize; i += 16) v128.store(h + i, crossed(v128.load(f + i)));
}

@inline function crossed(value: v128): v128 {
  return f64x2.add(exchanged(value), v128.xor(value, v128.load(firstSign)));
}

@inline export function exchanged(value: v128): v128 {
  return v128.shuffle<u64>(value, value, 1, 0);
}

/**
 * A limb of 51 bits is one of 26 and one of 25 bits (../field.ts), since both are signed. Elements within 1.01·u come in
 * within 1.02·v; those within v go out within 1.01·u.
 */
@inline export function readLane(h: usize, lane: usize, f: usize): void {
  for (let i: usize = 0; i < 5; i++) {
    const lower = <i64>load<i32>(f + 8 * i);
    const upper = <i64>load<i32>(f + 8 * i + 4);
    store<f64>(h + 16 * i + 8 * lane, <f64>(lower + (upper << 26)));
  }
}

@inline export function writeLane(f: usize, h: usize, lane: usize): void {
  for (let i: usize = 0; i < 5; i++) {
    const value = <i64>load<f64>(h + 16 * i + 8 * lane);
    const lower = ((value + (1 << 25)) & ((1 << 26) - 1)) - (1 << 25);
    store<i32>(f + 8 * i, <i32>lower);
    store<i32>(f + 8 * i + 4, <i32>((value - lower) >> 26));
  }
}
