import { hexToBytes } from '@noble/hashes/utils.js';
import { wasmModule } from './wasm-module.ts';
import { wasmPairsModule } from './wasm-pairs-module.ts';

// Part of every runtime, but not of the language: declared here because the folder is compiled without their types.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    readonly exports: unknown;
    constructor(module: Module, imports?: object);
  }
  function validate(bytes: Uint8Array): boolean;
}

/** What assembly/module.ts exports; addresses are in bytes. */
export interface WasmExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  inputAddress(): number;
  scalarsAddress(): number;
  pointsAddress(): number;
  encodingsAddress(): number;
  textsAddress(): number;
  coordinatesAddress(): number;
  exponentsAddress(): number;
  mostFactors(): number;
  fewestGathered(): number;
  memoryForFactors(): number;
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
  normalise(count: number): void;
  readCoordinates(count: number): number;
  writeCoordinates(count: number): void;
  raiseToEight(count: number): void;
  addFactors(start: number, count: number): void;
  productOfPowers(count: number): void;
}

/** What assembly/pairs/module.ts exports: the same on two field elements at once, for points that are normalised. */
export interface WasmPairsExports extends Pick<WasmExports, 'raiseToEight' | 'addFactors' | 'productOfPowers'> {
  prepareConstants(): number;
}

let compiled: WebAssembly.Module | undefined;

/** The first module with a memory of its own. */
export function newModule(): WasmExports {
  compiled ??= new WebAssembly.Module(hexToBytes(wasmModule));
  return new WebAssembly.Instance(compiled).exports as WasmExports;
}

/** Null where the engine does not know its instructions. */
let compiledPairs: WebAssembly.Module | null | undefined;

/**
 * The second module on the memory of the first, whose constants must be there; undefined where the engine does not know
 * its instructions, or rounds products before it adds to them, as it may: then nothing it computed would be right.
 */
export function newPairs({ memory }: WasmExports): WasmPairsExports | undefined {
  if (compiledPairs === undefined) {
    const bytes = hexToBytes(wasmPairsModule);
    compiledPairs = WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
  }
  if (compiledPairs === null) return undefined;
  const pairs = new WebAssembly.Instance(compiledPairs, { env: { memory } }).exports as WasmPairsExports;
  return pairs.prepareConstants() === 1 ? pairs : undefined;
}
