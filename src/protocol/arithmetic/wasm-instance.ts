import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { order } from './scalar.ts';
import { wasmModule } from './wasm-module.ts';

// Part of every runtime, but not of the language: declared here because the folder is compiled without their types.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    readonly exports: unknown;
    constructor(module: Module);
  }
}

/** What assembly/module.ts exports; addresses are in bytes. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  inputAddress(): number;
  scalarsAddress(): number;
  pointsAddress(): number;
  readConstants(): void;
  decode(): number;
  product(): void;
  isNeutral(): number;
  isEqual(): number;
  prepareBase(): void;
  powerOfBase(): void;
  buildTable(index: 0 | 1): void;
  powerOfTables(): void;
  encode(count: number): void;
}

/** A point as the module keeps it: four coordinates of ten limbs, of which many stand for one point. */
export type WasmPoint = Int32Array;

/** Words of a point in the module's memory. */
const pointWords = 40;
const pointBytes = 4 * pointWords;
/** So many points are encoded together. */
const mostPoints = 64;

let compiled: WebAssembly.Module | undefined;

/**
 * One memory of the module with operations on it: 1 MB, of which tables are most. The module is compiled when the first
 * one is made. Variable-time, hence for public values and for randomness that is used once.
 */
export function wasmInstance() {
  compiled ??= new WebAssembly.Module(hexToBytes(wasmModule));
  const module = new WebAssembly.Instance(compiled).exports as Exports;
  const { buffer } = module.memory;
  const [bytes, words, longs] = [new Uint8Array(buffer), new Int32Array(buffer), new BigUint64Array(buffer)];
  const [input, scalars, points] = [module.inputAddress(), module.scalarsAddress(), module.pointsAddress()];
  const writeNumber = (value: bigint, address: number) => {
    for (let index = 0; index < 4; index++) {
      longs[address / 8 + index] = BigInt.asUintN(64, value >> BigInt(64 * index));
    }
  };
  const put = (point: WasmPoint, index: number) => words.set(point, (points + index * pointBytes) / 4);
  const first = (): WasmPoint => words.slice(points / 4, points / 4 + pointWords);
  const encoded = (index: number) => bytes.slice(points + index * pointBytes, points + index * pointBytes + 32);
  const { Fp, CURVE } = ed25519.Point;
  writeNumber(CURVE().d, input);
  writeNumber(Fp.sqrt(Fp.neg(1n)), input + 64);
  module.readConstants();
  return {
    /** A point of the curve from its 32 bytes, undefined if they are none: it may be outside the group. */
    decode(encoding: Uint8Array): WasmPoint | undefined {
      bytes.set(encoding, input);
      return module.decode() === 1 ? first() : undefined;
    },
    /** The 32 bytes of a point, little-endian as is usual for the curve. */
    encode(point: WasmPoint): Uint8Array {
      put(point, 0);
      module.encode(1);
      return encoded(0);
    },
    /** The same for many points, for the price of one inversion for every 64. */
    encodeAll(list: readonly WasmPoint[]): Uint8Array[] {
      return chunks(list).flatMap((chunk) => {
        for (const [index, point] of chunk.entries()) put(point, index);
        module.encode(chunk.length);
        return chunk.map((_, index) => encoded(index));
      });
    },
    product(a: WasmPoint, b: WasmPoint): WasmPoint {
      put(a, 0);
      put(b, 1);
      module.product();
      return first();
    },
    isNeutral(point: WasmPoint): boolean {
      put(point, 0);
      return module.isNeutral() === 1;
    },
    areEqual(a: WasmPoint, b: WasmPoint): boolean {
      put(a, 0);
      put(b, 1);
      return module.isEqual() === 1;
    },
    /** Chooses the base of all powers until another one is chosen. */
    prepareBase(base: WasmPoint): void {
      put(base, 0);
      module.prepareBase();
    },
    /** A power of the chosen base. */
    powerOfBase(exponent: bigint): WasmPoint {
      requireReduced(exponent);
      writeNumber(exponent, scalars);
      module.powerOfBase();
      return first();
    },
    /** Whether the chosen base is in the group of order q. */
    isBaseInGroup(): boolean {
      writeNumber(order, scalars);
      module.powerOfBase();
      return module.isNeutral() === 1;
    },
    /** Makes a table of the powers of a point of the group: two fit. */
    buildTable(index: 0 | 1, point: WasmPoint): void {
      put(point, 0);
      module.buildTable(index);
    },
    /** The product of powers of the points of both tables. A table that was not built takes the exponent 0 only. */
    powerOfTables(exponent: bigint, secondExponent: bigint): WasmPoint {
      requireReduced(exponent);
      requireReduced(secondExponent);
      writeNumber(exponent, scalars);
      writeNumber(secondExponent, scalars + 32);
      module.powerOfTables();
      return first();
    },
  };
}

/** See {@link wasmInstance}. */
export type WasmInstance = ReturnType<typeof wasmInstance>;

function requireReduced(exponent: bigint): void {
  if (exponent < 0n || exponent >= order) throw new RangeError('the exponent is not reduced');
}

function chunks<Item>(list: readonly Item[]): Item[][] {
  const result: Item[][] = [];
  for (let start = 0; start < list.length; start += mostPoints) result.push(list.slice(start, start + mostPoints));
  return result;
}
