import { ed25519 } from '@noble/curves/ed25519.js';
import { type WasmPoint, wasmInstance } from './wasm-instance.ts';

/** base^exponent · g^generatorExponent. Exponents that are not reduced throw. */
export type FixedBasePower<Result> = (exponent: bigint, generatorExponent: bigint) => Result;

/**
 * Tables of the powers of a point and of the generator, in WebAssembly: 1 MB and a few milliseconds to make, then some
 * ten microseconds a power. Variable-time, hence not for long-lived secrets.
 * @param base the 32 bytes of a point that is known to be in the group
 */
export function fixedBasePoints(base: Uint8Array): FixedBasePower<WasmPoint> {
  return tablesOf(base).powerOfTables;
}

/** The same with results as 32 bytes, in the usual little-endian encoding of the curve. */
export function fixedBaseBytes(base: Uint8Array): FixedBasePower<Uint8Array> {
  const tables = tablesOf(base);
  return (exponent, generatorExponent) => {
    const [bytes] = tables.encode([tables.powerOfTables(exponent, generatorExponent)]);
    if (bytes === undefined) throw new Error('one point has one encoding');
    return bytes;
  };
}

function tablesOf(base: Uint8Array) {
  const instance = wasmInstance();
  for (const [index, bytes] of [base, ed25519.Point.BASE.toBytes()].entries()) {
    const point = instance.decode(bytes);
    if (point === undefined) throw new TypeError('these bytes are no point');
    instance.buildTable(index === 0 ? 0 : 1, point);
  }
  return instance;
}
