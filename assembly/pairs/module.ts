/**
 * The parts of checking in batches that take most of its time, on pairs of field elements in vectors: a second module, for
 * engines that know relaxed SIMD, on the memory of the first (../module.ts). AssemblyScript; made by `npm run wasm`.
 */
import { d, entries, entrySize, one, points, pointSize, prepared } from '../memory';
import { twiceDAndTwo } from './constants';
import { double, readPoint, writeEntry, writePoint } from './edwards';
import { isFused, readLane, writeConstants } from './field';

export { productOfPowers } from './product-of-powers';

/** After the constants of the other module; false where products are rounded before they are added to. */
export function prepareConstants(): bool {
  writeConstants();
  readLane(twiceDAndTwo, 0, d);
  readLane(twiceDAndTwo, 1, one);
  for (let i: usize = 0; i < 80; i += 16) {
    const value = v128.load(twiceDAndTwo + i);
    v128.store(twiceDAndTwo + i, f64x2.add(value, value));
  }
  return isFused();
}

/** Each of the first `count` points becomes its eighth power. */
export function raiseToEight(count: i32): void {
  for (let i = 0; i < count; i++) {
    const point = points + <usize>i * pointSize;
    readPoint(prepared, point);
    double(prepared);
    double(prepared);
    double(prepared);
    writePoint(point, prepared);
  }
}

/** Makes factors number `start` and following of the first `count` points, which have Z = 1. */
export function addFactors(start: i32, count: i32): void {
  for (let i = 0; i < count; i++) {
    readPoint(prepared, points + <usize>i * pointSize);
    writeEntry(entries + <usize>(start + i) * entrySize, prepared);
  }
}
