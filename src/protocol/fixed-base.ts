import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { fixedBaseModule } from './fixed-base-module.ts';
import { order } from './scalar.ts';

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

/** What assembly/fixed-base.ts exports; addresses are in bytes. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  inputAddress(): number;
  scalarsAddress(): number;
  outputAddress(): number;
  readConstant(): void;
  buildTable(index: 0 | 1): void;
  power(): void;
}

/** The 32 bytes of base^exponent · g^generatorExponent, in the usual little-endian encoding of the curve. */
export type FixedBaseBytes = (exponent: bigint, generatorExponent: bigint) => Uint8Array;

let compiled: WebAssembly.Module | undefined;

/**
 * Tables of the powers of a point and of the generator, in WebAssembly: 1 MB and a few milliseconds to make, then some
 * twenty microseconds a power. Variable-time, hence not for long-lived secrets.
 * @param base the 32 bytes of a point that is known to be in the group
 */
export function fixedBaseBytes(base: Uint8Array): FixedBaseBytes {
  compiled ??= new WebAssembly.Module(hexToBytes(fixedBaseModule));
  const module = new WebAssembly.Instance(compiled).exports as Exports;
  const input = module.inputAddress();
  const { Fp } = ed25519.Point;
  const place = (value: bigint, address: number) => writeBytes(module, value, address);
  place(Fp.mul(2n, ed25519.Point.CURVE().d), input);
  module.readConstant();
  for (const [index, point] of [ed25519.Point.fromBytes(base), ed25519.Point.BASE].entries()) {
    const { x, y } = point.toAffine();
    place(x, input);
    place(y, input + 64);
    module.buildTable(index === 0 ? 0 : 1);
  }
  const [scalars, output] = [module.scalarsAddress(), module.outputAddress()];
  return (exponent, generatorExponent) => {
    for (const scalar of [exponent, generatorExponent]) {
      if (scalar < 0n || scalar >= order) throw new RangeError('the exponent is not reduced');
    }
    place(exponent, scalars);
    place(generatorExponent, scalars + 32);
    module.power();
    return new Uint8Array(module.memory.buffer.slice(output, output + 32));
  };
}

/** Writes a number below 2^256 as 32 little-endian bytes. */
function writeBytes({ memory }: Exports, value: bigint, address: number): void {
  const words = new BigUint64Array(memory.buffer, address, 4);
  for (let index = 0; index < 4; index++) words[index] = BigInt.asUintN(64, value >> BigInt(64 * index));
}
