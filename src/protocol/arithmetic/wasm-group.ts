import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { fixedBasePoints, readPoint } from './fixed-base.ts';
import type { BatchArithmetic, Group, Point } from './group.ts';
import { nobleGroup } from './noble-group.ts';
import { type WasmEighthPower, type WasmInstance, type WasmPoint, wasmInstance } from './wasm-instance.ts';

// A point is its coordinates in the module's own form. Nothing of it stays in the module's memory between two calls.
const inside = (point: Point) => point as unknown as WasmPoint;
const outside = (point: WasmPoint) => point as unknown as Point;

/**
 * The group in WebAssembly of our own, for checking in browsers and on the server: the fastest backend. Batches are
 * computed on two field elements at once where the engine can.
 *
 * Variable-time: it is for public values, and for randomness that is used once. `secretPower` is therefore the
 * reference's, which is constant-time as far as it offers it.
 *
 * In pages it belongs in a worker: older browsers compile no module of this size elsewhere.
 */
export const wasmGroup: Group = groupOn({ inPairs: true });

/** The same as older engines compute it, and what the other one is measured against. */
export const wasmGroupOneByOne: Group = groupOn({ inPairs: false });

function groupOn(options: { readonly inPairs: boolean }): Group {
  // Made at the first use: a program that only imports the protocol need not be allowed to compile WebAssembly.
  let made: WasmInstance | undefined;
  const instance = () => {
    made ??= wasmInstance(options);
    return made;
  };
  let generatorPower: ReturnType<typeof fixedBasePoints> | undefined;
  const batches: BatchArithmetic = {
    readEighths: (coordinates) => instance().readEighths(coordinates)?.map(outsidePower),
    productOfPowers: (points, exponents) =>
      instance().productsOfPowers(points.map(inside), exponents).map(outside).reduce(group.product, group.neutral),
  };

  const group: Group = {
    get generator() {
      return outside(readPoint(instance(), ed25519.Point.BASE.toBytes()));
    },
    get neutral() {
      return outside(readPoint(instance(), Uint8Array.of(1, ...new Uint8Array(31))));
    },
    decode(text, options) {
      const point = decodeOnCurve(instance(), text);
      if (point === undefined) return undefined;
      if (instance().isNeutral(point)) return options?.allowNeutral === true ? outside(point) : undefined;
      instance().prepareBase(point);
      return instance().isBaseInGroup() ? outside(point) : undefined;
    },
    decodeAgain(text) {
      const point = decodeOnCurve(instance(), text);
      return point && outside(point);
    },
    decodeWithPowers(text, exponents) {
      const point = this.decode(text);
      // decode has left the point prepared.
      return point && { point, powers: exponents.map((exponent) => outside(instance().powerOfBase(exponent))) };
    },
    encode: (point) => instance().encodeText(inside(point)),
    encodeAll: (points) => instance().encodeTexts(points.map(inside)),
    product: (a, b) => outside(instance().product(inside(a), inside(b))),
    inverse(a) {
      const inverse = inside(a).slice();
      // −X and −T: the ten limbs of the first and of the last coordinate.
      for (const start of [0, 30])
        for (let limb = start; limb < start + 10; limb++) inverse[limb] = -(inverse[limb] ?? 0);
      return outside(inverse);
    },
    power(base, exponent) {
      instance().prepareBase(inside(base));
      return outside(instance().powerOfBase(exponent));
    },
    powers(base, exponents) {
      instance().prepareBase(inside(base));
      return exponents.map((exponent) => outside(instance().powerOfBase(exponent)));
    },
    generatorPower(exponent) {
      generatorPower ??= fixedBasePoints(inside(this.generator));
      return outside(generatorPower(exponent, 0n));
    },
    fixedBase(base) {
      const power = fixedBasePoints(inside(base));
      return (exponent, generatorExponent = 0n) => outside(power(exponent, generatorExponent));
    },
    equal: (a, b) => instance().areEqual(inside(a), inside(b)),
    isNeutral: (a) => instance().isNeutral(inside(a)),
    secretPower(base, exponent) {
      const point = nobleGroup.decode(this.encode(base), { allowNeutral: true });
      if (point === undefined) throw new TypeError('a point outside the group');
      const text = nobleGroup.encode(nobleGroup.secretPower(point, exponent));
      return outside(readPoint(instance(), hexToBytes(text).reverse()));
    },
    writeEighths(points) {
      const { coordinates, powers } = instance().writeEighths(points.map(inside));
      return { coordinates, powers: powers.map(outsidePower) };
    },
    batches,
  };
  return group;
}

/** PROTOCOL §1, steps 1–3; the text is big-endian, the module's input little-endian. */
function decodeOnCurve(instance: WasmInstance, text: string): WasmPoint | undefined {
  return /^[0-9a-f]{64}$/.test(text) ? instance.decode(hexToBytes(text).reverse()) : undefined;
}

function outsidePower({ point, text }: WasmEighthPower) {
  return { point: outside(point), text };
}
