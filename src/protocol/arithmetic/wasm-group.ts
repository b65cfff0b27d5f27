import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { fixedBasePoints } from './fixed-base.ts';
import type { Group, Point } from './group.ts';
import { nobleGroup } from './noble-group.ts';
import { type WasmInstance, type WasmPoint, wasmInstance } from './wasm-instance.ts';

// A point is its coordinates in the module's own form. Nothing of it stays in the module's memory between two calls.
const inside = (point: Point) => point as unknown as WasmPoint;
const outside = (point: WasmPoint) => point as unknown as Point;

// Made at the first use: a program that only imports the protocol need not be allowed to compile WebAssembly.
let module: WasmInstance | undefined;
const instance = () => {
  module ??= wasmInstance();
  return module;
};

const generatorBytes = ed25519.Point.BASE.toBytes();
let generatorPower: ReturnType<typeof fixedBasePoints> | undefined;

/**
 * The group in WebAssembly of our own, for checking in browsers and on the server: the fastest backend.
 *
 * Variable-time: it is for public values, and for randomness that is used once. `secretPower` is therefore the
 * reference's, which is constant-time as far as it offers it.
 *
 * In pages it belongs in a worker: older browsers compile no module of this size elsewhere.
 */
export const wasmGroup: Group = {
  get generator() {
    return outside(read(generatorBytes));
  },
  get neutral() {
    return outside(read(Uint8Array.of(1, ...new Uint8Array(31))));
  },
  decode(text, options) {
    const point = decodeOnCurve(text);
    if (point === undefined) return undefined;
    if (instance().isNeutral(point)) return options?.allowNeutral === true ? outside(point) : undefined;
    instance().prepareBase(point);
    return instance().isBaseInGroup() ? outside(point) : undefined;
  },
  decodeAgain(text) {
    const point = decodeOnCurve(text);
    return point && outside(point);
  },
  decodeWithPowers(text, exponents) {
    const point = this.decode(text);
    // decode has left the point prepared.
    return point && { point, powers: exponents.map((exponent) => outside(instance().powerOfBase(exponent))) };
  },
  encode: (point) => encodeAll([point])[0] ?? '',
  encodeAll,
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
    generatorPower ??= fixedBasePoints(generatorBytes);
    return outside(generatorPower(exponent, 0n));
  },
  fixedBase(base) {
    const [bytes] = instance().encode([inside(base)]);
    const power = fixedBasePoints(bytes ?? generatorBytes);
    return (exponent, generatorExponent = 0n) => outside(power(exponent, generatorExponent));
  },
  equal: (a, b) => instance().areEqual(inside(a), inside(b)),
  isNeutral: (a) => instance().isNeutral(inside(a)),
  secretPower(base, exponent) {
    const point = nobleGroup.decode(this.encode(base), { allowNeutral: true });
    if (point === undefined) throw new TypeError('a point outside the group');
    return outside(read(hexToBytes(nobleGroup.encode(nobleGroup.secretPower(point, exponent))).reverse()));
  },
};

/** PROTOCOL §1, steps 1–3; the text is big-endian, the module's input little-endian. */
function decodeOnCurve(text: string): WasmPoint | undefined {
  return /^[0-9a-f]{64}$/.test(text) ? instance().decode(hexToBytes(text).reverse()) : undefined;
}

/** A point from bytes that are known to be one. */
function read(bytes: Uint8Array): WasmPoint {
  const point = instance().decode(bytes);
  if (point === undefined) throw new TypeError('these bytes are no point');
  return point;
}

function encodeAll(points: readonly Point[]): string[] {
  return instance()
    .encode(points.map(inside))
    .map((bytes) => bytesToHex(bytes.reverse()));
}
