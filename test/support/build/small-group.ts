import type { Group, Point } from '../../../src/protocol/arithmetic/group.ts';

/**
 * The squares modulo a safe prime p = 2q + 1, a group of the small prime order q: everything that a proof can say over
 * it can be tried. 4 = 2² generates it.
 */
export function smallGroup(order: bigint): Group {
  const prime = 2n * order + 1n;
  const generator = 4n % prime;
  const asPoint = (value: bigint) => value as unknown as Point;
  const numberOf = (point: Point) => point as unknown as bigint;
  const power = (base: bigint, exponent: bigint): bigint => {
    if (exponent < 0n || exponent >= order) throw new RangeError('an exponent that is not reduced');
    let result = 1n;
    for (let at = 0n; at < exponent; at += 1n) result = (result * base) % prime;
    return result;
  };
  const encode = (point: Point) => numberOf(point).toString(16).padStart(64, '0');
  const decode: Group['decode'] = (text, { allowNeutral = false } = {}) => {
    if (!/^[0-9a-f]{64}$/.test(text)) return undefined;
    const value = BigInt(`0x${text}`);
    const isInGroup = value > 0n && value < prime && (power(value, order - 1n) * value) % prime === 1n;
    return isInGroup && (allowNeutral || value !== 1n) ? asPoint(value) : undefined;
  };
  const product = (a: Point, b: Point) => asPoint((numberOf(a) * numberOf(b)) % prime);
  const powerOf = (base: Point, exponent: bigint) => asPoint(power(numberOf(base), exponent));
  const powers = (base: Point, exponents: readonly bigint[]) => exponents.map((each) => powerOf(base, each));
  return {
    generator: asPoint(generator),
    neutral: asPoint(1n),
    decode,
    decodeAgain: (text) => decode(text, { allowNeutral: true }),
    decodeWithPowers: (text, exponents) => {
      const point = decode(text);
      return point && { point, powers: powers(point, exponents) };
    },
    encode,
    encodeAll: (points) => points.map(encode),
    product,
    inverse: (a) => powerOf(a, order - 1n),
    power: powerOf,
    powers,
    generatorPower: (exponent) => asPoint(power(generator, exponent)),
    fixedBase:
      (base) =>
      (exponent, generatorExponent = 0n) =>
        product(powerOf(base, exponent), asPoint(power(generator, generatorExponent))),
    equal: (a, b) => numberOf(a) === numberOf(b),
    isNeutral: (a) => numberOf(a) === 1n,
    secretPower: powerOf,
  };
}
