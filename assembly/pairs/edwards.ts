import { fieldSize, pairSize, pointSize, prepared, t0, t2, t4, t6 } from '../memory';
import { firstSign, secondTwo, twiceDAndTwo } from './constants';
import { carry, cross, exchanged, multiply, readLane, square, writeLane } from './field';

/**
 * The curve of ../edwards.ts. A point is the pairs (X, Y) and (T, Z), each of them a product. Prepared it is the pairs
 * (Y − X, Y + X), carried, and (2dT, 2Z); an entry has Z = 1 left out: the pair (y − x, y + x), carried, and 2dxy.
 *
 * The eight products of an addition, and of a doubling, are four of pairs. Their factors are E, F, G, H, each of which
 * meets two of the others (E·F, H·G, E·H, F·G), so that two of them carried keep all four products within bounds.
 */

const second: usize = pairSize;

/** Temporary pairs, two field elements each. */
const a: usize = t0;
const b: usize = t2;
const c: usize = t4;
const e: usize = t6;

@inline function firstOf(f: v128, g: v128): v128 {
  return v128.shuffle<u64>(f, g, 0, 2);
}

@inline function secondOf(f: v128, g: v128): v128 {
  return v128.shuffle<u64>(f, g, 1, 3);
}

/** The first lane of one, the second lane of the other. */
@inline function mixed(f: v128, g: v128): v128 {
  return v128.shuffle<u64>(f, g, 0, 3);
}

export function setNeutral(p: usize): void {
  memory.fill(p, 0, pointSize);
  store<f64>(p + 8, 1);
  store<f64>(p + second + 8, 1);
}

/** Reads a point of ../edwards.ts, and writes one. */
export function readPoint(p: usize, from: usize): void {
  readLane(p, 0, from);
  readLane(p, 1, from + fieldSize);
  readLane(p + second, 1, from + 2 * fieldSize);
  readLane(p + second, 0, from + 3 * fieldSize);
}

export function writePoint(to: usize, p: usize): void {
  writeLane(to, p, 0);
  writeLane(to + fieldSize, p, 1);
  writeLane(to + 2 * fieldSize, p + second, 1);
  writeLane(to + 3 * fieldSize, p + second, 0);
}

/** q may not be p. */
export function prepare(q: usize, p: usize): void {
  cross(q, p);
  carry(q, q);
  multiply(q + second, p + second, twiceDAndTwo);
}

/** The entry of a point with Z = 1, whose coordinates may be within 1.02·v. */
export function writeEntry(entry: usize, p: usize): void {
  cross(entry, p); // 2.04·v
  carry(entry, entry);
  multiply(a, p + second, twiceDAndTwo);
  for (let i: usize = 0; i < 5; i++) store<f64>(entry + second + 8 * i, load<f64>(a + 16 * i));
}

/** p = p·q of a prepared q. */
export function addPrepared(p: usize, q: usize): void {
  cross(a, p); // 2·v
  multiply(a, a, q);
  multiply(c, p + second, q + second);
  finish(p);
}

/** p = p·q, or p/q when negative, of an entry q. */
export function addEntry(p: usize, entry: usize, negative: bool): void {
  // (2dxy, 2): behind the first limb Z has none.
  const place = entry + second;
  let sign = i64x2.splat(0);
  if (negative) {
    sign = v128.load(firstSign);
    for (let i: usize = 0; i < pairSize; i += 16) v128.store(prepared + i, exchanged(v128.load(entry + i)));
  }
  v128.store(prepared + second, v128.xor(v128.load64_lane(place, v128.load(secondTwo), 0), sign));
  for (let i: usize = 1; i < 5; i++) {
    v128.store(prepared + second + 16 * i, v128.xor(v128.load64_zero(place + 8 * i), sign));
  }
  cross(a, p); // 2·v
  multiply(a, a, negative ? prepared : entry);
  multiply(c, p + second, prepared + second);
  finish(p);
}

/** What is left of an addition when A, B and C, D are there. */
@inline function finish(p: usize): void {
  cross(a, a); // E = B − A, H = B + A, 2·v
  cross(c, c); // F = D − C, G = D + C, 2·v
  for (let i: usize = 0; i < pairSize; i += 16) {
    const eh = v128.load(a + i);
    const fg = v128.load(c + i);
    v128.store(e + i, mixed(eh, fg)); // E, G
    v128.store(b + i, mixed(fg, eh)); // F, H
    v128.store(a + i, v128.shuffle<u64>(eh, fg, 1, 2)); // H, F
  }
  carry(e, e);
  multiply(p, e, b); // E·F, G·H
  multiply(p + second, e, a); // E·H, G·F
}

/** p = p² */
export function double(p: usize): void {
  for (let i: usize = 0; i < pairSize; i += 16) {
    const xy = v128.load(p + i);
    const tz = v128.load(p + second + i);
    v128.store(b + i, mixed(xy, tz)); // X, Z
    v128.store(c + i, secondOf(xy, tz)); // Y, Z
  }
  square(a, p); // X², Y²
  multiply(b, b, c); // X·Y, Z²
  cross(a, a); // G = Y² − X², H = Y² + X², 2·v
  for (let i: usize = 0; i < pairSize; i += 16) {
    const gh = v128.load(a + i);
    const half = v128.load(b + i);
    const ez = f64x2.add(half, half); // E = 2·X·Y, 2·Z², 2·v
    const hg = exchanged(gh);
    // F = 2·Z² − G, 4·v; F and H are those of the formulas times −1, and so are all four coordinates.
    v128.store(c + i, mixed(hg, f64x2.sub(ez, hg))); // H, F
    v128.store(e + i, firstOf(ez, gh)); // E, G
  }
  carry(c, c);
  for (let i: usize = 0; i < pairSize; i += 16) v128.store(b + i, exchanged(v128.load(c + i))); // F, H
  multiply(p, e, b); // E·F, G·H
  multiply(p + second, e, c); // E·H, G·F
}
