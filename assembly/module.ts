/**
 * Point arithmetic for public values: what src/protocol/arithmetic/wasm-module.ts is made of, by `npm run wasm`. AssemblyScript.
 * Variable-time: for public exponents, and for randomness that is used once.
 */
import { addPrepared, areEqual, decodePoint, isNeutral as isNeutralPoint, prepare } from './edwards';
import { read, set } from './field';
import { d, input, one, points, pointSize, prepared, rootOfMinusOne, scalars, twiceD } from './memory';

export { encode } from './encode';
export { buildTable, powerOfTables } from './fixed-base';
export { powerOfBase, prepareBase } from './powers';

export function inputAddress(): usize {
  return input;
}

export function scalarsAddress(): usize {
  return scalars;
}

export function pointsAddress(): usize {
  return points;
}

/** Reads d and a root of −1, 64 bytes apart, which must be done first. */
export function readConstants(): void {
  set(one, 1);
  read(d, input);
  read(rootOfMinusOne, input + 64);
  for (let i: usize = 0; i < 40; i += 4) store<i32>(twiceD + i, load<i32>(d + i) << 1);
}

/** Reads the 32 bytes at the input as the first point; false when they are no canonical encoding of one. */
export function decode(): bool {
  return decodePoint();
}

/** The first point becomes the product of the first two. */
export function product(): void {
  prepare(prepared, points + pointSize);
  addPrepared(points, prepared, false);
}

/** Whether the first point is 1. */
export function isNeutral(): bool {
  return isNeutralPoint(points);
}

/** Whether the first two points are the same. */
export function isEqual(): bool {
  return areEqual(points, points + pointSize);
}
