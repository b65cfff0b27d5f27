/**
 * Powers of two fixed points from tables: a·b, where a is a power of any point and b one of the generator.
 * AssemblyScript, compiled by `npm run wasm`; the caller is src/protocol/fixed-base.ts.
 *
 * A field element is ten limbs of alternately 26 and 25 bits, signed, in i32 (value = Σ limb[i]·2^⌈25.5·i⌉ modulo
 * p = 2^255 − 19). Bounds, with u = 2^25 for even and 2^24 for odd limbs: a product comes out within 1.01·u. A product
 * may be taken of factors within 3.3·u: then each of its ten terms stays below 2^63. The sums below add at most three
 * products, 3.03·u.
 *
 * Points are extended coordinates X, Y, Z, T; table entries are affine: y + x, y − x, 2dxy. The addition is complete,
 * so that it also doubles. Variable-time: for public exponents and for randomness that is used once.
 */

const fieldSize: usize = 40;
const entrySize: usize = 3 * fieldSize;
const windows: i32 = 32;
const half: i32 = 128;
const tableSize: usize = <usize>(windows * half) * entrySize;

// The module keeps no data of its own, so that all of its memory is laid out here.
const input: usize = 64;
const scalars: usize = 128;
const output: usize = 256;
const twiceD: usize = 320;
const one: usize = 384;
const pointX: usize = 448;
const pointY: usize = 512;
const pointZ: usize = 576;
const pointT: usize = 640;
const t0: usize = 704;
const t1: usize = 768;
const t2: usize = 832;
const t3: usize = 896;
const t4: usize = 960;
const t5: usize = 1024;
const t6: usize = 1088;
const sums: usize = 2048;
const prefixes: usize = sums + <usize>half * entrySize;
const tables: usize = 65536;

@inline function limb(f: usize, index: usize): i64 {
  return <i64>load<i32>(f + (index << 2));
}

@inline function put(h: usize, index: usize, value: i64): void {
  store<i32>(h + (index << 2), <i32>value);
}

@inline function copy(h: usize, f: usize): void {
  memory.copy(h, f, fieldSize);
}

function set(h: usize, value: i32): void {
  memory.fill(h, 0, fieldSize);
  store<i32>(h, value);
}

@inline function add(h: usize, f: usize, g: usize): void {
  for (let i: usize = 0; i < fieldSize; i += 4) store<i32>(h + i, load<i32>(f + i) + load<i32>(g + i));
}

@inline function subtract(h: usize, f: usize, g: usize): void {
  for (let i: usize = 0; i < fieldSize; i += 4) store<i32>(h + i, load<i32>(f + i) - load<i32>(g + i));
}

/** h = f·g. Odd limbs stand half a bit higher, hence the doubled factors; 2^255 = 19, hence the factors times 19. */
function multiply(h: usize, f: usize, g: usize): void {
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
  let h0: i64 = f0 * g0 + f1d * g9w + f2 * g8w + f3d * g7w + f4 * g6w + f5d * g5w + f6 * g4w + f7d * g3w + f8 * g2w + f9d * g1w;
  let h1: i64 = f0 * g1 + f1 * g0 + f2 * g9w + f3 * g8w + f4 * g7w + f5 * g6w + f6 * g5w + f7 * g4w + f8 * g3w + f9 * g2w;
  let h2: i64 = f0 * g2 + f1d * g1 + f2 * g0 + f3d * g9w + f4 * g8w + f5d * g7w + f6 * g6w + f7d * g5w + f8 * g4w + f9d * g3w;
  let h3: i64 = f0 * g3 + f1 * g2 + f2 * g1 + f3 * g0 + f4 * g9w + f5 * g8w + f6 * g7w + f7 * g6w + f8 * g5w + f9 * g4w;
  let h4: i64 = f0 * g4 + f1d * g3 + f2 * g2 + f3d * g1 + f4 * g0 + f5d * g9w + f6 * g8w + f7d * g7w + f8 * g6w + f9d * g5w;
  let h5: i64 = f0 * g5 + f1 * g4 + f2 * g3 + f3 * g2 + f4 * g1 + f5 * g0 + f6 * g9w + f7 * g8w + f8 * g7w + f9 * g6w;
  let h6: i64 = f0 * g6 + f1d * g5 + f2 * g4 + f3d * g3 + f4 * g2 + f5d * g1 + f6 * g0 + f7d * g9w + f8 * g8w + f9d * g7w;
  let h7: i64 = f0 * g7 + f1 * g6 + f2 * g5 + f3 * g4 + f4 * g3 + f5 * g2 + f6 * g1 + f7 * g0 + f8 * g9w + f9 * g8w;
  let h8: i64 = f0 * g8 + f1d * g7 + f2 * g6 + f3d * g5 + f4 * g4 + f5d * g3 + f6 * g2 + f7d * g1 + f8 * g0 + f9d * g9w;
  let h9: i64 = f0 * g9 + f1 * g8 + f2 * g7 + f3 * g6 + f4 * g5 + f5 * g4 + f6 * g3 + f7 * g2 + f8 * g1 + f9 * g0;
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

/** h = f^(2^count) */
function squareTimes(h: usize, f: usize, count: i32): void {
  multiply(h, f, f);
  for (let i = 1; i < count; i++) multiply(h, h, h);
}

/** h = 1/f = f^(p − 2), p − 2 = 2^255 − 21. Uses t0 to t3. */
function invert(h: usize, f: usize): void {
  multiply(t0, f, f); // 2
  squareTimes(t1, t0, 2); // 8
  multiply(t1, f, t1); // 9
  multiply(t0, t0, t1); // 11
  multiply(t2, t0, t0); // 22
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
  squareTimes(t1, t1, 5);
  multiply(h, t1, t0); // 2^255 − 21
}

@inline function extract(bytes: usize, bit: usize, width: i32): i64 {
  return <i64>((load<u64>(bytes + (bit >> 3)) >> <u64>(bit & 7)) & ((1 << <u64>width) - 1));
}

@inline function merge(bytes: usize, bit: usize, value: i64): void {
  const place = bytes + (bit >> 3);
  store<u64>(place, load<u64>(place) | (<u64>value << <u64>(bit & 7)));
}

/** Reads 32 little-endian bytes, followed by at least four more that are not used. */
function read(h: usize, bytes: usize): void {
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
  // Limbs as read are up to twice as large as those of a product.
  multiply(h, h, one);
}

/** Writes the one reduced form as 32 little-endian bytes, the highest bit zero; four bytes behind them are cleared. */
function write(bytes: usize, f: usize): void {
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

/** Adds a table entry to the point, or its inverse. */
function addEntry(entry: usize, negative: bool): void {
  const plus = negative ? entry + fieldSize : entry;
  const minus = negative ? entry : entry + fieldSize;
  add(t0, pointY, pointX);
  subtract(t1, pointY, pointX);
  multiply(t0, t0, plus);
  multiply(t1, t1, minus);
  multiply(t2, entry + 2 * fieldSize, pointT);
  add(t3, pointZ, pointZ);
  subtract(t4, t0, t1);
  add(t5, t0, t1);
  if (negative) {
    subtract(t6, t3, t2);
    add(t3, t3, t2);
  } else {
    add(t6, t3, t2);
    subtract(t3, t3, t2);
  }
  multiply(pointX, t4, t3);
  multiply(pointY, t5, t6);
  multiply(pointZ, t6, t3);
  multiply(pointT, t4, t5);
}

/** The table entry of the affine point in x and y. */
function writeEntry(entry: usize, x: usize, y: usize): void {
  multiply(t4, x, y);
  multiply(entry + 2 * fieldSize, t4, twiceD);
  add(t4, y, x);
  subtract(t5, y, x);
  // Once more through a product, so that entries are within the bounds of one.
  multiply(entry, t4, one);
  multiply(entry + fieldSize, t5, one);
}

function setNeutral(): void {
  set(pointX, 0);
  set(pointY, 1);
  set(pointZ, 1);
  set(pointT, 0);
}

/** All multiples 1…128 of one window: sums first, then one inversion for all of them. */
function buildWindow(table: usize): void {
  setNeutral();
  for (let i = 0; i < half; i++) {
    addEntry(table, false);
    const sum = sums + <usize>i * entrySize;
    copy(sum, pointX);
    copy(sum + fieldSize, pointY);
    copy(sum + 2 * fieldSize, pointZ);
    const prefix = prefixes + <usize>i * fieldSize;
    if (i == 0) copy(prefix, pointZ);
    else multiply(prefix, prefix - fieldSize, pointZ);
  }
  invert(t6, prefixes + <usize>(half - 1) * fieldSize);
  for (let i = half - 1; i >= 0; i--) {
    const sum = sums + <usize>i * entrySize;
    if (i == 0) copy(t0, t6);
    else multiply(t0, t6, prefixes + <usize>(i - 1) * fieldSize);
    multiply(t6, t6, sum + 2 * fieldSize);
    multiply(t1, sum, t0);
    multiply(t2, sum + fieldSize, t0);
    writeEntry(table + <usize>i * entrySize, t1, t2);
  }
}

export function inputAddress(): usize {
  return input;
}

export function scalarsAddress(): usize {
  return scalars;
}

export function outputAddress(): usize {
  return output;
}

/** Reads 2d, which must be done first. */
export function readConstant(): void {
  set(one, 1);
  read(twiceD, input);
}

/** Builds table 0 or 1 from a point: x at the input, y 64 bytes behind it. */
export function buildTable(index: i32): void {
  let table = tables + <usize>index * tableSize;
  read(pointX, input);
  read(pointY, input + 64);
  copy(t1, pointX);
  copy(t2, pointY);
  writeEntry(table, t1, t2);
  for (let window = 0; window < windows; window++) {
    buildWindow(table);
    const next = table + <usize>half * entrySize;
    if (window + 1 < windows) {
      // The next window's base is twice the last multiple.
      const last = next - entrySize;
      setNeutral();
      addEntry(last, false);
      addEntry(last, false);
      invert(t6, pointZ);
      multiply(t1, pointX, t6);
      multiply(t2, pointY, t6);
      writeEntry(next, t1, t2);
    }
    table = next;
  }
}

/** Signed digits of eight bits, −127 to 128, so that half a table suffices. */
function addPower(index: i32, scalar: usize): void {
  let table = tables + <usize>index * tableSize;
  let carry = 0;
  for (let window = 0; window < windows; window++) {
    let digit = <i32>load<u8>(scalar + <usize>window) + carry;
    carry = digit > half ? 1 : 0;
    if (carry) digit -= 2 * half;
    if (digit > 0) addEntry(table + <usize>(digit - 1) * entrySize, false);
    else if (digit < 0) addEntry(table + <usize>(-digit - 1) * entrySize, true);
    table += <usize>half * entrySize;
  }
}

/** The product of a power of each table's point; the exponents are two times 32 bytes, the result is 32 bytes. */
export function power(): void {
  setNeutral();
  addPower(0, scalars);
  addPower(1, scalars + 32);
  invert(t6, pointZ);
  multiply(t4, pointX, t6);
  multiply(t5, pointY, t6);
  write(output, t4);
  const odd = load<u8>(output) & 1;
  write(output, t5);
  store<u8>(output + 31, load<u8>(output + 31) | (odd << 7));
}
