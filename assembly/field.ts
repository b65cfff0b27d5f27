import { fieldSize, one, t0, t1, t2, t3, t7, written } from './memory';

/**
 * The field modulo p = 2^255 − 19. An element is ten limbs of alternately 26 and 25 bits, signed, in i32
 * (value = Σ limb[i]·2^⌈25.5·i⌉).
 *
 * Bounds, with u = 2^25 for even and 2^24 for odd limbs: a product or square comes out within 1.01·u, and is taken of
 * factors within a·u and b·u where a·b ≤ 32. The largest of its ten sums is the lowest: one term of u², four of 19·u²
 * and five of 38·(u/2)², in all 125·2^50; times 32 it is below 2^62. The sums that carry() passes on stay below that
 * too, and 19 times the last one ends within 0.01·u in the second limb. Additions and subtractions do not carry: who
 * uses them says how many products they add, and nobody adds more than four (4.04·u, so that a·b ≤ 17).
 */

@inline function limb(f: usize, index: usize): i64 {
  return <i64>load<i32>(f + (index << 2));
}

@inline function put(h: usize, index: usize, value: i64): void {
  store<i32>(h + (index << 2), <i32>value);
}

@inline export function copy(h: usize, f: usize): void {
  memory.copy(h, f, fieldSize);
}

export function set(h: usize, value: i32): void {
  memory.fill(h, 0, fieldSize);
  store<i32>(h, value);
}

@inline export function add(h: usize, f: usize, g: usize): void {
  for (let i: usize = 0; i < fieldSize; i += 4) store<i32>(h + i, load<i32>(f + i) + load<i32>(g + i));
}

@inline export function subtract(h: usize, f: usize, g: usize): void {
  for (let i: usize = 0; i < fieldSize; i += 4) store<i32>(h + i, load<i32>(f + i) - load<i32>(g + i));
}

/** Stores a product from its ten sums, each limb within 1.01·u of zero. */
@inline function carry(
  h: usize, s0: i64, s1: i64, s2: i64, s3: i64, s4: i64, s5: i64, s6: i64, s7: i64, s8: i64, s9: i64,
): void {
  let h0 = s0;
  let h1 = s1;
  let h2 = s2;
  let h3 = s3;
  let h4 = s4;
  let h5 = s5;
  let h6 = s6;
  let h7 = s7;
  let h8 = s8;
  let h9 = s9;
  let c: i64;
  c = (h0 + (1 << 25)) >> 26;
  h1 += c;
  h0 -= c << 26;
  c = (h4 + (1 << 25)) >> 26;
  h5 += c;
  h4 -= c << 26;
  c = (h1 + (1 << 24)) >> 25;
  h2 += c;
  h1 -= c << 25;
  c = (h5 + (1 << 24)) >> 25;
  h6 += c;
  h5 -= c << 25;
  c = (h2 + (1 << 25)) >> 26;
  h3 += c;
  h2 -= c << 26;
  c = (h6 + (1 << 25)) >> 26;
  h7 += c;
  h6 -= c << 26;
  c = (h3 + (1 << 24)) >> 25;
  h4 += c;
  h3 -= c << 25;
  c = (h7 + (1 << 24)) >> 25;
  h8 += c;
  h7 -= c << 25;
  c = (h4 + (1 << 25)) >> 26;
  h5 += c;
  h4 -= c << 26;
  c = (h8 + (1 << 25)) >> 26;
  h9 += c;
  h8 -= c << 26;
  c = (h9 + (1 << 24)) >> 25;
  h0 += c * 19;
  h9 -= c << 25;
  c = (h0 + (1 << 25)) >> 26;
  h1 += c;
  h0 -= c << 26;
  put(h, 0, h0);
  put(h, 1, h1);
  put(h, 2, h2);
  put(h, 3, h3);
  put(h, 4, h4);
  put(h, 5, h5);
  put(h, 6, h6);
  put(h, 7, h7);
  put(h, 8, h8);
  put(h, 9, h9);
}

/** h = f·g. Odd limbs stand half a bit higher, hence the doubled factors; 2^255 = 19, hence the factors times 19. */
export function multiply(h: usize, f: usize, g: usize): void {
  const f0 = limb(f, 0);
  const f1 = limb(f, 1);
  const f2 = limb(f, 2);
  const f3 = limb(f, 3);
  const f4 = limb(f, 4);
  const f5 = limb(f, 5);
  const f6 = limb(f, 6);
  const f7 = limb(f, 7);
  const f8 = limb(f, 8);
  const f9 = limb(f, 9);
  const f1d = f1 << 1;
  const f3d = f3 << 1;
  const f5d = f5 << 1;
  const f7d = f7 << 1;
  const f9d = f9 << 1;
  const g0 = limb(g, 0);
  const g1 = limb(g, 1);
  const g2 = limb(g, 2);
  const g3 = limb(g, 3);
  const g4 = limb(g, 4);
  const g5 = limb(g, 5);
  const g6 = limb(g, 6);
  const g7 = limb(g, 7);
  const g8 = limb(g, 8);
  const g9 = limb(g, 9);
  const g1w = g1 * 19;
  const g2w = g2 * 19;
  const g3w = g3 * 19;
  const g4w = g4 * 19;
  const g5w = g5 * 19;
  const g6w = g6 * 19;
  const g7w = g7 * 19;
  const g8w = g8 * 19;
  const g9w = g9 * 19;
  const h0 = f0 * g0 + f1d * g9w + f2 * g8w + f3d * g7w + f4 * g6w + f5d * g5w + f6 * g4w + f7d * g3w + f8 * g2w + f9d * g1w;
  const h1 = f0 * g1 + f1 * g0 + f2 * g9w + f3 * g8w + f4 * g7w + f5 * g6w + f6 * g5w + f7 * g4w + f8 * g3w + f9 * g2w;
  const h2 = f0 * g2 + f1d * g1 + f2 * g0 + f3d * g9w + f4 * g8w + f5d * g7w + f6 * g6w + f7d * g5w + f8 * g4w + f9d * g3w;
  const h3 = f0 * g3 + f1 * g2 + f2 * g1 + f3 * g0 + f4 * g9w + f5 * g8w + f6 * g7w + f7 * g6w + f8 * g5w + f9 * g4w;
  const h4 = f0 * g4 + f1d * g3 + f2 * g2 + f3d * g1 + f4 * g0 + f5d * g9w + f6 * g8w + f7d * g7w + f8 * g6w + f9d * g5w;
  const h5 = f0 * g5 + f1 * g4 + f2 * g3 + f3 * g2 + f4 * g1 + f5 * g0 + f6 * g9w + f7 * g8w + f8 * g7w + f9 * g6w;
  const h6 = f0 * g6 + f1d * g5 + f2 * g4 + f3d * g3 + f4 * g2 + f5d * g1 + f6 * g0 + f7d * g9w + f8 * g8w + f9d * g7w;
  const h7 = f0 * g7 + f1 * g6 + f2 * g5 + f3 * g4 + f4 * g3 + f5 * g2 + f6 * g1 + f7 * g0 + f8 * g9w + f9 * g8w;
  const h8 = f0 * g8 + f1d * g7 + f2 * g6 + f3d * g5 + f4 * g4 + f5d * g3 + f6 * g2 + f7d * g1 + f8 * g0 + f9d * g9w;
  const h9 = f0 * g9 + f1 * g8 + f2 * g7 + f3 * g6 + f4 * g5 + f5 * g4 + f6 * g3 + f7 * g2 + f8 * g1 + f9 * g0;
  carry(h, h0, h1, h2, h3, h4, h5, h6, h7, h8, h9);
}

/** h = f², half of the terms of a product being equal. */
export function square(h: usize, f: usize): void {
  const f0 = limb(f, 0);
  const f1 = limb(f, 1);
  const f2 = limb(f, 2);
  const f3 = limb(f, 3);
  const f4 = limb(f, 4);
  const f5 = limb(f, 5);
  const f6 = limb(f, 6);
  const f7 = limb(f, 7);
  const f8 = limb(f, 8);
  const f9 = limb(f, 9);
  const f0d = f0 << 1;
  const f1d = f1 << 1;
  const f2d = f2 << 1;
  const f3d = f3 << 1;
  const f4d = f4 << 1;
  const f5d = f5 << 1;
  const f5dw = f5 * 38;
  const f6d = f6 << 1;
  const f6w = f6 * 19;
  const f7d = f7 << 1;
  const f7w = f7 * 19;
  const f7dw = f7 * 38;
  const f8d = f8 << 1;
  const f8w = f8 * 19;
  const f9w = f9 * 19;
  const f9dw = f9 * 38;
  const h0 = f0 * f0 + f1d * f9dw + f2d * f8w + f3d * f7dw + f4d * f6w + f5 * f5dw;
  const h1 = f0d * f1 + f2d * f9w + f3d * f8w + f4d * f7w + f5d * f6w;
  const h2 = f0d * f2 + f1 * f1d + f3d * f9dw + f4d * f8w + f5d * f7dw + f6 * f6w;
  const h3 = f0d * f3 + f1d * f2 + f4d * f9w + f5d * f8w + f6d * f7w;
  const h4 = f0d * f4 + f1d * f3d + f2 * f2 + f5d * f9dw + f6d * f8w + f7 * f7dw;
  const h5 = f0d * f5 + f1d * f4 + f2d * f3 + f6d * f9w + f7d * f8w;
  const h6 = f0d * f6 + f1d * f5d + f2d * f4 + f3 * f3d + f7d * f9dw + f8 * f8w;
  const h7 = f0d * f7 + f1d * f6 + f2d * f5 + f3d * f4 + f8d * f9w;
  const h8 = f0d * f8 + f1d * f7d + f2d * f6 + f3d * f5d + f4 * f4 + f9 * f9dw;
  const h9 = f0d * f9 + f1d * f8 + f2d * f7 + f3d * f6 + f4d * f5;
  carry(h, h0, h1, h2, h3, h4, h5, h6, h7, h8, h9);
}

/** h = f^(2^count) */
function squareTimes(h: usize, f: usize, count: i32): void {
  square(h, f);
  for (let i = 1; i < count; i++) square(h, h);
}

/** t1 = f^(2^250 − 1) and t0 = f^11; uses t2 and t3 too. */
function raise(f: usize): void {
  square(t0, f); // 2
  squareTimes(t1, t0, 2); // 8
  multiply(t1, f, t1); // 9
  multiply(t0, t0, t1); // 11
  square(t2, t0); // 22
  multiply(t1, t1, t2); // 2^5 − 1
  squareTimes(t2, t1, 5);
  multiply(t1, t2, t1); // 2^10 − 1
  squareTimes(t2, t1, 10);
  multiply(t2, t2, t1); // 2^20 − 1
  squareTimes(t3, t2, 20);
  multiply(t2, t3, t2); // 2^40 − 1
  squareTimes(t2, t2, 10);
  multiply(t1, t2, t1); // 2^50 − 1
  squareTimes(t2, t1, 50);
  multiply(t2, t2, t1); // 2^100 − 1
  squareTimes(t3, t2, 100);
  multiply(t2, t3, t2); // 2^200 − 1
  squareTimes(t2, t2, 50);
  multiply(t1, t2, t1); // 2^250 − 1
}

/** h = 1/f = f^(p − 2), and 0 for 0. Uses t0 to t3; h may be f. */
export function invert(h: usize, f: usize): void {
  raise(f);
  squareTimes(t1, t1, 5);
  multiply(h, t1, t0); // 2^255 − 21 = p − 2
}

/** h = f^((p − 5)/8), of which a square root is made. Uses t0 to t3; h may be f. */
export function raiseForRoot(h: usize, f: usize): void {
  raise(f);
  squareTimes(t1, t1, 2);
  multiply(h, t1, f); // 2^252 − 3 = (p − 5)/8
}

@inline function extract(bytes: usize, bit: usize, width: i32): i64 {
  return <i64>((load<u64>(bytes + (bit >> 3)) >> <u64>(bit & 7)) & ((1 << <u64>width) - 1));
}

@inline function merge(bytes: usize, bit: usize, value: i64): void {
  const place = bytes + (bit >> 3);
  store<u64>(place, load<u64>(place) | (<u64>value << <u64>(bit & 7)));
}

/** Reads 32 little-endian bytes, followed by at least four more that are not used. */
export function read(h: usize, bytes: usize): void {
  put(h, 0, extract(bytes, 0, 26));
  put(h, 1, extract(bytes, 26, 25));
  put(h, 2, extract(bytes, 51, 26));
  put(h, 3, extract(bytes, 77, 25));
  put(h, 4, extract(bytes, 102, 26));
  put(h, 5, extract(bytes, 128, 25));
  put(h, 6, extract(bytes, 153, 26));
  put(h, 7, extract(bytes, 179, 25));
  put(h, 8, extract(bytes, 204, 26));
  put(h, 9, extract(bytes, 230, 25));
  // Limbs as read are up to 2·u.
  multiply(h, h, one);
}

/**
 * Writes the one reduced form of a product as 32 little-endian bytes, the highest bit zero; the eight bytes behind them
 * are cleared.
 */
export function write(bytes: usize, f: usize): void {
  let h0 = limb(f, 0);
  let h1 = limb(f, 1);
  let h2 = limb(f, 2);
  let h3 = limb(f, 3);
  let h4 = limb(f, 4);
  let h5 = limb(f, 5);
  let h6 = limb(f, 6);
  let h7 = limb(f, 7);
  let h8 = limb(f, 8);
  let h9 = limb(f, 9);
  let q: i64 = (19 * h9 + (1 << 24)) >> 25;
  q = (h0 + q) >> 26;
  q = (h1 + q) >> 25;
  q = (h2 + q) >> 26;
  q = (h3 + q) >> 25;
  q = (h4 + q) >> 26;
  q = (h5 + q) >> 25;
  q = (h6 + q) >> 26;
  q = (h7 + q) >> 25;
  q = (h8 + q) >> 26;
  q = (h9 + q) >> 25;
  h0 += 19 * q;
  let c: i64;
  c = h0 >> 26;
  h1 += c;
  h0 -= c << 26;
  c = h1 >> 25;
  h2 += c;
  h1 -= c << 25;
  c = h2 >> 26;
  h3 += c;
  h2 -= c << 26;
  c = h3 >> 25;
  h4 += c;
  h3 -= c << 25;
  c = h4 >> 26;
  h5 += c;
  h4 -= c << 26;
  c = h5 >> 25;
  h6 += c;
  h5 -= c << 25;
  c = h6 >> 26;
  h7 += c;
  h6 -= c << 26;
  c = h7 >> 25;
  h8 += c;
  h7 -= c << 25;
  c = h8 >> 26;
  h9 += c;
  h8 -= c << 26;
  c = h9 >> 25;
  h9 -= c << 25;
  memory.fill(bytes, 0, 40);
  merge(bytes, 0, h0);
  merge(bytes, 26, h1);
  merge(bytes, 51, h2);
  merge(bytes, 77, h3);
  merge(bytes, 102, h4);
  merge(bytes, 128, h5);
  merge(bytes, 153, h6);
  merge(bytes, 179, h7);
  merge(bytes, 204, h8);
  merge(bytes, 230, h9);
}

/** Whether the limbs are those of set(f, 1): another form of 1 does not count. */
export function isOne(f: usize): bool {
  return load<u64>(f) == 1 && (load<u64>(f + 8) | load<u64>(f + 16) | load<u64>(f + 24) | load<u64>(f + 32)) == 0;
}

/** Whether f = 0, for f within 32·u. Uses t7. */
export function isZero(f: usize): bool {
  // Through a product, for write() wants its bounds.
  multiply(t7, f, one);
  write(written, t7);
  return (load<u64>(written) | load<u64>(written + 8) | load<u64>(written + 16) | load<u64>(written + 24)) == 0;
}
