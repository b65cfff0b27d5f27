import { ed25519 } from '@noble/curves/ed25519.js';
import { type WasmInstance, type WasmPoint, wasmInstance } from './wasm-instance.ts';

/** base^exponent · g^generatorExponent. Exponents that are not reduced throw. */
export type FixedBasePower<Result> = (exponent: bigint, generatorExponent: bigint) => Result;

/**
 * Tables of the powers of a point and of the generator, in WebAssembly: 1 MB and a few milliseconds to make, then some
 * ten microseconds a power. Variable-time, hence not for long-lived secrets.
 * @param base a point that is known to be in the group
 */
export function fixedBasePoints(base: WasmPoint): FixedBasePower<WasmPoint> {
  return tablesOf(wasmInstance({ inPairs: false }), base).powerOfTables;
}

/**
 * The same, from and to 32 bytes in the usual little-endian encoding of the curve.
 * @throws {TypeError} when the base is no point
 */
export function fixedBaseBytes(base: Uint8Array): FixedBasePower<Uint8Array> {
  const instance = wasmInstance({ inPairs: false });
  const tables = tablesOf(instance, readPoint(instance, base));
  return (exponent, generatorExponent) => tables.encode(tables.powerOfTables(exponent, generatorExponent));
}

/** A point from bytes that are known to be one. */
export function readPoint(instance: WasmInstance, bytes: Uint8Array): WasmPoint {
  const point = instance.decode(bytes);
  if (point === undefined) throw new TypeError('these bytes are no point');
  return point;
}

function tablesOf(instance: WasmInstance, base: WasmPoint): WasmInstance {
  instance.buildTable(0, base);
  instance.buildTable(1, readPoint(instance, ed25519.Point.BASE.toBytes()));
  return instance;
}
