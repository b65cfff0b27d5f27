import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileModule, modules } from '../../../scripts/build-wasm.ts';

/*
 * The field arithmetic of both modules by itself, with limbs as far out as the bounds in assembly/field.ts and
 * assembly/pairs/field.ts allow: whole points meet such limbs by a chance of one in billions, and somebody's bad luck
 * would be a ballot that is refused.
 */
const prime = 2n ** 255n - 19n;
const mod = (value: bigint) => ((value % prime) + prime) % prime;
type Compute = Readonly<Record<string, (...places: number[]) => unknown>>;

async function fieldOf(source: string, change?: (text: string) => string) {
  const options = modules.find((module) => module.source === source)?.options ?? [];
  const bytes = await compileModule(source.replace('module.ts', 'field.ts'), options, change);
  const memory = new WebAssembly.Memory({ initial: 16 });
  const { instance } = await WebAssembly.instantiate(Buffer.from(bytes), { env: { memory } });
  const buffer = instance.exports.memory instanceof WebAssembly.Memory ? instance.exports.memory.buffer : memory.buffer;
  return { compute: instance.exports as unknown as Compute, buffer };
}

/** Limbs up to a bound, at it every other time; all at once as far out as they may be in one of four lists. */
function limbs(bounds: readonly number[]): fc.Arbitrary<number[]> {
  const oneOf = (most: number) =>
    fc.oneof(
      fc.maxSafeInteger().map((value) => value % (most + 1)),
      fc.constantFrom(-most, most, most - 1, 0),
    );
  const extreme = fc.tuple(...bounds.map((most) => fc.constantFrom(-most, most)));
  return fc.oneof({ weight: 3, arbitrary: fc.tuple(...bounds.map(oneOf)) }, { weight: 1, arbitrary: extreme });
}

const [f, g, h] = [4096, 4352, 4608];

test('two products at once are right, and within bounds, for limbs as large as they may be', async () => {
  const { compute, buffer } = await fieldOf('assembly/pairs/module.ts');
  compute.writeConstants?.();
  const numbers = new Float64Array(buffer);
  const v = 2 ** 50 + 2 ** 9;
  const put = (place: number, lane: number, list: readonly number[]) => {
    for (const [index, limb] of list.entries()) numbers[place / 8 + 2 * index + lane] = limb;
  };
  const at = (place: number, lane: number) =>
    Array.from({ length: 5 }, (_, index) => numbers[place / 8 + 2 * index + lane] ?? Number.NaN);
  const numberOf = (list: readonly number[]) =>
    mod(list.reduceRight((sum, limb) => sum * 2n ** 51n + BigInt(limb), 0n));
  const same = (times: number) => limbs(Array.from({ length: 5 }, () => Math.floor(times * v)));
  const check = (lane: number, expected: bigint, most = v) => {
    const found = at(h, lane);
    expect(numberOf(found)).toBe(mod(expected));
    for (const limb of found) expect(Math.abs(limb)).toBeLessThanOrEqual(most);
  };
  fc.assert(
    fc.property(same(1.9975), same(1.9975), same(1), same(3.99), (a, b, c, d) => {
      put(f, 0, a);
      put(g, 0, b);
      put(f, 1, c);
      put(g, 1, d);
      compute.multiply?.(h, f, g);
      check(0, numberOf(a) * numberOf(b));
      check(1, numberOf(c) * numberOf(d));
      compute.carry?.(h, g);
      check(0, numberOf(b), 2 ** 50 + 57);
      check(1, numberOf(d), 2 ** 50 + 57);
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(same(1.41), same(1.41), (a, b) => {
      put(f, 0, a);
      put(f, 1, b);
      compute.square?.(h, f);
      check(0, numberOf(a) ** 2n);
      check(1, numberOf(b) ** 2n);
    }),
    { numRuns: 1000 },
  );
});

test('a product is right, and within bounds, for limbs as large as they may be', async () => {
  const { compute, buffer } = await fieldOf('assembly/module.ts');
  const numbers = new Int32Array(buffer);
  const u = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? 2 ** 25 : 2 ** 24));
  const put = (place: number, list: readonly number[]) => numbers.set(list, place / 4);
  const numberOf = (list: readonly number[]) =>
    mod(list.reduce((sum, limb, index) => sum + BigInt(limb) * 2n ** BigInt(Math.ceil(25.5 * index)), 0n));
  const within = (times: number) => limbs(u.map((bound) => Math.floor(times * bound)));
  const check = (expected: bigint) => {
    const found = [...numbers.subarray(h / 4, h / 4 + 10)];
    expect(numberOf(found)).toBe(mod(expected));
    for (const [index, limb] of found.entries()) expect(Math.abs(limb)).toBeLessThanOrEqual(1.01 * (u[index] ?? 0));
  };
  fc.assert(
    fc.property(within(5.65), within(5.65), (a, b) => {
      put(f, a);
      put(g, b);
      compute.multiply?.(h, f, g);
      check(numberOf(a) * numberOf(b));
      compute.square?.(h, f);
      check(numberOf(a) ** 2n);
    }),
    { numRuns: 2000 },
  );
});

test('an engine that rounds products before it adds to them is noticed', async () => {
  const here = await fieldOf('assembly/pairs/module.ts');
  here.compute.writeConstants?.();
  expect(here.compute.isFused?.()).toBe(1);
  const rounding = await fieldOf('assembly/pairs/module.ts', (text) =>
    text.replaceAll(/f64x2\.relaxed_madd\(([^,]+), ([^,]+), /g, 'f64x2.add(f64x2.mul($1, $2), '),
  );
  rounding.compute.writeConstants?.();
  expect(rounding.compute.isFused?.()).toBe(0);
});
