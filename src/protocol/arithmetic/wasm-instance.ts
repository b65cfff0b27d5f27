import { ed25519 } from '@noble/curves/ed25519.js';
import { utf8Text } from '../encoding/utf8.ts';
import { order } from './scalar.ts';
import { newModule, newPairs, type WasmExports } from './wasm-exports.ts';

/** A point as the module keeps it: four coordinates of ten limbs, of which many stand for one point. */
export type WasmPoint = Int32Array;

/** Words of a point in the module's memory. */
const pointWords = 40;
const pointBytes = 4 * pointWords;
const textLength = 64;
/** So many points are written together. */
const mostPoints = 64;
/** Two coordinates of 32 bytes. */
const coordinateBytes = 64;
/** Words of 64 bits of a factor's exponent. */
const exponentWords = 5;
const pageBytes = 65536;

function viewsOf(buffer: ArrayBuffer) {
  return { bytes: new Uint8Array(buffer), words: new Int32Array(buffer), longs: new BigUint64Array(buffer) };
}

/**
 * One memory of the module with operations on it: 1 MB, of which tables are most, and 2 MB more from the first product
 * of powers on. The module is compiled when the first one is made. Variable-time, hence for public values and for
 * randomness that is used once.
 * @param options.inPairs whether batches may be computed by the second module, where the engine knows it
 */
export function wasmInstance({ inPairs }: { readonly inPairs: boolean }) {
  const module = newModule();
  // Views end to be valid when the memory grows.
  let { bytes, words, longs } = viewsOf(module.memory.buffer);
  const [input, scalars, points] = [module.inputAddress(), module.scalarsAddress(), module.pointsAddress()];
  const [encodings, texts] = [module.encodingsAddress(), module.textsAddress()];
  const [coordinates, exponents] = [module.coordinatesAddress(), module.exponentsAddress()];
  const writeNumber = (value: bigint, address: number) => {
    const start = address / 8;
    // Of each only the lowest 64 bits are stored.
    longs[start] = value;
    longs[start + 1] = value >> 64n;
    longs[start + 2] = value >> 128n;
    longs[start + 3] = value >> 192n;
  };
  const put = (point: WasmPoint, index: number) => words.set(point, (points + index * pointBytes) / 4);
  const putAll = (list: readonly WasmPoint[]) => {
    for (const [index, point] of list.entries()) put(point, index);
  };
  const at = (index: number): WasmPoint =>
    words.slice(points / 4 + index * pointWords, points / 4 + (index + 1) * pointWords);
  const first = () => at(0);
  /** Of the first so many points, which were encoded. */
  const textsOf = (count: number) => {
    const all = utf8Text(bytes.subarray(texts, texts + count * textLength)) ?? '';
    return Array.from({ length: count }, (_, index) => all.slice(index * textLength, (index + 1) * textLength));
  };
  /** The eighth powers of the points that are there, and their texts. */
  const eighthPowers = (count: number, by: Pick<WasmExports, 'raiseToEight'>) => {
    by.raiseToEight(count);
    module.encode(count);
    // Views of one copy: as many copies would cost more than the arithmetic.
    const copy = words.slice(points / 4, points / 4 + count * pointWords);
    return textsOf(count).map((text, index) => ({
      point: copy.subarray(index * pointWords, (index + 1) * pointWords),
      text,
    }));
  };
  const makeRoomForFactors = () => {
    const missing = module.memoryForFactors() - module.memory.buffer.byteLength;
    if (missing <= 0) return;
    module.memory.grow(Math.ceil(missing / pageBytes));
    ({ bytes, words, longs } = viewsOf(module.memory.buffer));
  };
  const { Fp, CURVE } = ed25519.Point;
  writeNumber(CURVE().d, input);
  writeNumber(Fp.sqrt(Fp.neg(1n)), input + 64);
  module.readConstants();
  const pairs = inPairs ? newPairs(module) : undefined;
  return {
    /** Whether batches are computed on two field elements at once. */
    isInPairs: pairs !== undefined,
    /** A point of the curve from its 32 bytes, undefined if they are none: it may be outside the group. */
    decode(encoding: Uint8Array): WasmPoint | undefined {
      bytes.set(encoding, input);
      return module.decode() === 1 ? first() : undefined;
    },
    /** The 32 bytes of a point, little-endian as is usual for the curve. */
    encode(point: WasmPoint): Uint8Array {
      put(point, 0);
      module.encode(1);
      return bytes.slice(encodings, encodings + 32);
    },
    /** The text of a point as the protocol writes it. */
    encodeText(point: WasmPoint): string {
      put(point, 0);
      module.encode(1);
      return textsOf(1)[0] ?? '';
    },
    /** The same for many points, for the price of one inversion for every 64. */
    encodeTexts(list: readonly WasmPoint[]): string[] {
      return chunks(list).flatMap((chunk) => {
        putAll(chunk);
        module.encode(chunk.length);
        return textsOf(chunk.length);
      });
    },
    /**
     * The eighth powers, and their texts, of the points with these affine coordinates; undefined when a coordinate is
     * not reduced or a pair not on the curve.
     */
    readEighths(list: Uint8Array): WasmEighthPower[] | undefined {
      if (list.length % coordinateBytes !== 0) return undefined;
      const found: WasmEighthPower[] = [];
      for (let start = 0; start < list.length; start += mostPoints * coordinateBytes) {
        const chunk = list.subarray(start, start + mostPoints * coordinateBytes);
        bytes.set(chunk, coordinates);
        const count = chunk.length / coordinateBytes;
        if (module.readCoordinates(count) !== 1) return undefined;
        found.push(...eighthPowers(count, pairs ?? module));
      }
      return found;
    },
    /** The affine coordinates of points, their eighth powers and the texts of those. */
    writeEighths(list: readonly WasmPoint[]): { readonly coordinates: Uint8Array; readonly powers: WasmEighthPower[] } {
      const written = new Uint8Array(list.length * coordinateBytes);
      const powers: WasmEighthPower[] = [];
      for (const chunk of chunks(list)) {
        putAll(chunk);
        module.writeCoordinates(chunk.length);
        written.set(
          bytes.subarray(coordinates, coordinates + chunk.length * coordinateBytes),
          powers.length * coordinateBytes,
        );
        // Whether a ballot is refused may hang on these: the strict check publishes its commitments by them.
        powers.push(...eighthPowers(chunk.length, module));
      }
      return { coordinates: written, powers };
    },
    /** The product of powers of these points, as a few factors where they are more than one product takes. */
    productsOfPowers(list: readonly WasmPoint[], exponentOf: readonly bigint[]): WasmPoint[] {
      if (list.length !== exponentOf.length) throw new RangeError('an exponent for each point');
      makeRoomForFactors();
      return chunks(list, module.mostFactors()).map((factors, part) => {
        // Pairs are for gathering: with fewer factors Straus' method saves more.
        const method = factors.length < module.fewestGathered() ? module : (pairs ?? module);
        for (const [index, chunk] of chunks(factors).entries()) {
          putAll(chunk);
          module.normalise(chunk.length);
          method.addFactors(index * mostPoints, chunk.length);
        }
        for (const index of factors.keys()) {
          const exponent = exponentOf[part * module.mostFactors() + index] ?? 0n;
          requireReduced(exponent);
          const address = exponents + index * exponentWords * 8;
          writeNumber(exponent, address);
          longs[address / 8 + exponentWords - 1] = 0n;
        }
        method.productOfPowers(factors.length);
        return first();
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

/** D^8 of a point D, and its text. */
export interface WasmEighthPower {
  readonly point: WasmPoint;
  readonly text: string;
}

/** See {@link wasmInstance}. */
export type WasmInstance = ReturnType<typeof wasmInstance>;

function requireReduced(exponent: bigint): void {
  if (exponent < 0n || exponent >= order) throw new RangeError('the exponent is not reduced');
}

function chunks<Item>(list: readonly Item[], length = mostPoints): Item[][] {
  const result: Item[][] = [];
  for (let start = 0; start < list.length; start += length) result.push(list.slice(start, start + length));
  return result;
}
