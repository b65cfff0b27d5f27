/**
 * Point arithmetic for public values: what src/protocol/arithmetic/wasm-module.ts is made of, by `npm run wasm`. AssemblyScript.
 * Variable-time: for public exponents, and for randomness that is used once.
 */
import { addPrepared, areEqual, decodePoint, isNeutral as isNeutralPoint, prepare } from './edwards';
import { read, set } from './field';
import {
  coordinates, d, encodings, exponents, input, maximumTerms, one, points, pointSize, prepared, room, roomSize,
  rootOfMinusOne, scalars, texts, twiceD,
} from './memory';
import { fewest } from './product-of-powers';

export { raiseToEight, readCoordinates, writeCoordinates } from './eighths';
export { encode, normalise } from './encode';
export { buildTable, powerOfTables } from './fixed-base';
export { powerOfBase, prepareBase } from './powers';
export { addFactors, productOfPowers } from './product-of-powers';

export function inputAddress(): usize {
  return input;
}

export function scalarsAddress(): usize {
  return scalars;
}

export function pointsAddress(): usize {
  return points;
}

export function encodingsAddress(): usize {
  return encodings;
}

export function textsAddress(): usize {
  return texts;
}

export function coordinatesAddress(): usize {
  return coordinates;
}

export function exponentsAddress(): usize {
  return exponents;
}

/** So many factors fit into one product. */
export function mostFactors(): i32 {
  return maximumTerms;
}

/** From so many factors on a product gathers them. */
export function fewestGathered(): i32 {
  return fewest;
}

/** What the memory must have before factors are added, in bytes. */
export function memoryForFactors(): usize {
  return room + roomSize;
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
