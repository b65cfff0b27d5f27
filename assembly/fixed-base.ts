import { addEntry, setNeutral } from './edwards';
import { add, copy, invert, multiply, subtract } from './field';
import {
  entrySize, fieldSize, half, one, points, pointX, pointY, pointZ, prefixes, scalars, sums, t0, t1, t2, t4,
  t5, t6, tables, tableSize, twiceD, windows,
} from './memory';

/**
 * Powers of two fixed points from tables: a·b, where a is a power of any point and b one of the generator. A table holds
 * the multiples 1…128 of each window of eight bits, as affine points in the form y + x, y − x, 2dxy.
 */

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

/** The table entry of the first point. */
function writePointEntry(entry: usize): void {
  invert(t6, pointZ);
  multiply(t1, pointX, t6);
  multiply(t2, pointY, t6);
  writeEntry(entry, t1, t2);
}

/** All multiples 1…128 of one window: sums first, then one inversion for all of them. */
function buildWindow(table: usize): void {
  setNeutral(points);
  for (let i = 0; i < half; i++) {
    addEntry(points, table, false);
    const multiple = sums + <usize>i * entrySize;
    copy(multiple, pointX);
    copy(multiple + fieldSize, pointY);
    copy(multiple + 2 * fieldSize, pointZ);
    const prefix = prefixes + <usize>i * fieldSize;
    if (i == 0) copy(prefix, pointZ);
    else multiply(prefix, prefix - fieldSize, pointZ);
  }
  invert(t6, prefixes + <usize>(half - 1) * fieldSize);
  for (let i = half - 1; i >= 0; i--) {
    const multiple = sums + <usize>i * entrySize;
    if (i == 0) copy(t0, t6);
    else multiply(t0, t6, prefixes + <usize>(i - 1) * fieldSize);
    multiply(t6, t6, multiple + 2 * fieldSize);
    multiply(t1, multiple, t0);
    multiply(t2, multiple + fieldSize, t0);
    writeEntry(table + <usize>i * entrySize, t1, t2);
  }
}

/** Builds table 0 or 1 from the first point. */
export function buildTable(index: i32): void {
  let table = tables + <usize>index * tableSize;
  writePointEntry(table);
  for (let window = 0; window < windows; window++) {
    buildWindow(table);
    const next = table + <usize>half * entrySize;
    if (window + 1 < windows) {
      // The next window's base is twice the last multiple.
      const last = next - entrySize;
      setNeutral(points);
      addEntry(points, last, false);
      addEntry(points, last, false);
      writePointEntry(next);
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
    if (digit > 0) addEntry(points, table + <usize>(digit - 1) * entrySize, false);
    else if (digit < 0) addEntry(points, table + <usize>(-digit - 1) * entrySize, true);
    table += <usize>half * entrySize;
  }
}

/** The first point becomes the product of a power of each table's point; the exponents are two times 32 bytes. */
export function powerOfTables(): void {
  setNeutral(points);
  addPower(0, scalars);
  addPower(1, scalars + 32);
}
