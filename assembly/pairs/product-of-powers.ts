import { entries, entrySize, exponents, exponentSize, points, pointSize, prepared, sum } from '../memory';
import { gathered, shiftExponents, windowsOf, windowWidth } from '../product-of-powers';
import { addEntry, addPrepared, double, prepare, setNeutral, writePoint } from './edwards';

/** Pippenger's method as in ../product-of-powers.ts; for few factors Straus' is better, which is there only. */

/** The first point becomes the product of the first `count` factors. */
export function productOfPowers(count: i32): void {
  const width = windowWidth(count);
  const windows = windowsOf(width);
  const half = 1 << (width - 1);
  shiftExponents(count, width, windows);
  setNeutral(sum);
  for (let window = windows - 1; window >= 0; window--) {
    for (let i = 0; i < width; i++) double(sum);
    for (let i = 0; i < half; i++) setNeutral(gathered + <usize>i * pointSize);
    gather(count, window * width, width);
    addUp(half);
    prepare(prepared, points);
    addPrepared(sum, prepared);
  }
  writePoint(points, sum);
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
    addPrepared(running, prepared);
    prepare(prepared, running);
    addPrepared(points, prepared);
  }
}
