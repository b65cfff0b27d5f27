import { addEntry, addPrepared, copyPoint, double, prepare, setNeutral } from './edwards';
import { add, multiply, subtract } from './field';
import {
  entries, entrySize, exponents, exponentSize, fieldSize, one, points, pointSize, prepared, room, sum, t4, t5, twiceD,
} from './memory';

/**
 * A product of powers of many points: few by Straus' method (one chain of doublings for all, odd multiples of each
 * point), many by Pippenger's (for each window of the exponents, the points are gathered by their digits). Short
 * exponents cost less than long ones in both, since digits that are zero cost nothing. Exponents are below 2^253.
 */

/**
 * Makes factors number `start` and following of the first `count` points, which have Z = 1; their exponents are the
 * caller's to write.
 */
export function addFactors(start: i32, count: i32): void {
  for (let i = 0; i < count; i++) {
    const x = points + <usize>i * pointSize;
    const entry = entries + <usize>(start + i) * entrySize;
    add(t4, x + fieldSize, x);
    subtract(t5, x + fieldSize, x);
    // Once more through a product, so that entries are within the bounds of one.
    multiply(entry, t4, one);
    multiply(entry + fieldSize, t5, one);
    multiply(entry + 2 * fieldSize, x + 3 * fieldSize, twiceD);
  }
}

/** The first point becomes the product of the first `count` factors. */
export function productOfPowers(count: i32): void {
  if (count < fewest) straus(count);
  else pippenger(count);
}

/** From so many factors on the gathering pays. */
export const fewest: i32 = 80;

/** Odd multiples 1, 3, …, 15 of each point. */
const multiples: i32 = 8;
/** Signed digits of one exponent, a byte each, at every bit. */
const digitCount: i32 = 256;
const digits: usize = room;
const odd: usize = digits + <usize>(fewest * digitCount);

function straus(count: i32): void {
  for (let i = 0; i < count; i++) {
    slide(digits + <usize>(i * digitCount), exponents + <usize>i * exponentSize);
    multiply8(odd + <usize>(i * multiples) * pointSize, entries + <usize>i * entrySize);
  }
  setNeutral(sum);
  for (let bit = digitCount - 1; bit >= 0; bit--) {
    double(sum, true);
    for (let i = 0; i < count; i++) {
      const digit = <i32>load<i8>(digits + <usize>(i * digitCount + bit));
      if (digit == 0) continue;
      const index = i * multiples + ((digit < 0 ? -digit : digit) >> 1);
      addPrepared(sum, odd + <usize>index * pointSize, digit < 0);
    }
  }
  copyPoint(points, sum);
}

/** Odd digits from −15 to 15, at least four zeros between two of them: nothing lies above bit 253. */
function slide(to: usize, exponent: usize): void {
  for (let bit = 0; bit < digitCount; bit++) {
    store<u8>(to + <usize>bit, (load<u8>(exponent + <usize>(bit >> 3)) >> <u8>(bit & 7)) & 1);
  }
  for (let bit = 0; bit < digitCount; bit++) {
    const place = to + <usize>bit;
    let digit = <i32>load<u8>(place);
    if (digit == 0) continue;
    for (let above = 1; above < 5 && bit + above < digitCount; above++) {
      digit += <i32>load<u8>(place + <usize>above) << above;
      store<u8>(place + <usize>above, 0);
    }
    if (digit > 15) {
      digit -= 32;
      let next = place + 5;
      while (load<u8>(next) == 1) store<u8>(next++, 0);
      store<u8>(next, 1);
    }
    store<i8>(place, <i8>digit);
  }
}

/** The prepared odd multiples of one point. */
function multiply8(to: usize, entry: usize): void {
  setNeutral(points);
  addEntry(points, entry, false);
  prepare(to, points);
  copyPoint(sum, points);
  double(sum, true);
  prepare(prepared, sum);
  for (let i = 1; i < multiples; i++) {
    addPrepared(points, prepared, false);
    prepare(to + <usize>i * pointSize, points);
  }
}

/** Exponents with the offset that makes all digits positive; the digits read from them are signed again. */
export function shiftExponents(count: i32, width: i32, windows: i32): void {
  // The offset has the highest bit of every window; here word by word, each with the carry of the one below.
  memory.fill(offset, 0, exponentSize);
  for (let window = 0; window < windows; window++) {
    const bit = window * width + width - 1;
    const place = offset + <usize>(bit >> 3);
    store<u8>(place, load<u8>(place) | (1 << <u8>(bit & 7)));
  }
  for (let i = 0; i < count; i++) {
    const exponent = exponents + <usize>i * exponentSize;
    let carry: u64 = 0;
    for (let word: usize = 0; word < exponentSize; word += 8) {
      const before = load<u64>(exponent + word) + carry;
      const after = before + load<u64>(offset + word);
      carry = <u64>(before < carry) | <u64>(after < before);
      store<u64>(exponent + word, after);
    }
  }
}

const offset: usize = room;
export const gathered: usize = room + exponentSize;

function pippenger(count: i32): void {
  const width = windowWidth(count);
  const windows = windowsOf(width);
  const half = 1 << (width - 1);
  shiftExponents(count, width, windows);
  setNeutral(sum);
  for (let window = windows - 1; window >= 0; window--) {
    for (let i = 1; i < width; i++) double(sum, false);
    double(sum, true);
    for (let i = 0; i < half; i++) setNeutral(gathered + <usize>i * pointSize);
    gather(count, window * width, width);
    addUp(half);
    prepare(prepared, points);
    addPrepared(sum, prepared, false);
  }
  copyPoint(points, sum);
}

/** All digits of one window: each factor to the bucket of its digit's absolute value. */
function gather(count: i32, bit: i32, width: i32): void {
  const half = 1 << (width - 1);
  const mask = (1 << width) - 1;
  for (let i = 0; i < count; i++) {
    const place = exponents + <usize>i * exponentSize + <usize>(bit >> 3);
    const digit = (<i32>(load<u64>(place) >> <u64>(bit & 7)) & mask) - half;
    if (digit == 0) continue;
    const index = (digit < 0 ? -digit : digit) - 1;
    addEntry(gathered + <usize>index * pointSize, entries + <usize>i * entrySize, digit < 0);
  }
}

/** The first point becomes the product of bucket i to the power i + 1: the last one is counted in all sums. */
function addUp(count: i32): void {
  const running = gathered + <usize>count * pointSize;
  setNeutral(running);
  setNeutral(points);
  for (let i = count - 1; i >= 0; i--) {
    prepare(prepared, gathered + <usize>i * pointSize);
    addPrepared(running, prepared, false);
    prepare(prepared, running);
    addPrepared(points, prepared, false);
  }
}

/**
 * So many that digits from −2^(width−1) to 2^(width−1) − 1 reach every exponent below 2^253: 254 bits at least, of which
 * the offset takes little more than half and the exponent less than the rest.
 */
export function windowsOf(width: i32): i32 {
  return (253 + width) / width;
}

/** The width that costs least, up to 10, which is best for as many factors as there may be: about six of ten digits are not zero, and a bucket costs 2.5 times as much as a digit. */
export function windowWidth(count: i32): i32 {
  let best = 4;
  for (let width = 5; width <= 10; width++) {
    if (costOf(count, width) < costOf(count, best)) best = width;
  }
  return best;
}

function costOf(count: i32, width: i32): i32 {
  return windowsOf(width) * (6 * count + (25 << (width - 1)));
}
