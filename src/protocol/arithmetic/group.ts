declare const pointBrand: unique symbol;

/** An element of the prime-order group. Opaque: only a {@link Group} makes, reads or writes one. */
export interface Point {
  readonly [pointBrand]: true;
}

/**
 * base^exponent · g^generatorExponent for one fixed base, from tables where the backend keeps them: one operation,
 * because proofs need both factors together. The second exponent is 0 when left out.
 */
export type FixedBase = (exponent: bigint, generatorExponent?: bigint) => Point;

/** A decoded point together with the powers that were asked for. */
export interface PointWithPowers {
  readonly point: Point;
  /** one for each exponent, in the order given */
  readonly powers: Point[];
}

/** The one text of 1. */
export const neutralText = '1'.padStart(64, '0');

/** The eighth power of a point, with its text. */
export interface EighthPower {
  readonly point: Point;
  readonly text: string;
}

/**
 * What checking ballots in batches takes (PROTOCOL §16). A hint's point D stands for D^8, and is given by its affine
 * coordinates: x, then y, 32 bytes each, little-endian, below p.
 */
export interface BatchArithmetic {
  /**
   * D^8 for each pair of coordinates. It is in the group whatever point of the curve D is, so that nothing else need be
   * checked of it; it may be neutral. Undefined when a coordinate is p or more, a pair is not on the curve, or bytes are
   * left over.
   */
  readEighths(coordinates: Uint8Array): readonly EighthPower[] | undefined;
  /** Π point^exponent, 1 for no factor. Short exponents cost less than long ones. Variable-time. */
  productOfPowers(points: readonly Point[], exponents: readonly bigint[]): Point;
}

/**
 * The group of PROTOCOL §1, written multiplicatively: every arithmetic backend stands behind this interface.
 *
 * Exponents are whole numbers from 0 up to, not including, the group's order q (see `scalar.ts`); another number is a
 * programming error and throws. A `Point` of one backend must never be handed to another.
 */
export interface Group {
  /** g */
  readonly generator: Point;
  /** 1 */
  readonly neutral: Point;
  /**
   * Reads the text form with all checks of PROTOCOL §1, steps 1–5, the subgroup check included.
   * Undefined when refused. The neutral point is refused unless `allowNeutral`.
   */
  decode(text: string, options?: { readonly allowNeutral?: boolean }): Point | undefined;
  /**
   * The point of a text without the subgroup check, which takes most of the time of a reading; the neutral point too.
   * Only for texts that this very program, or a worker of its own, has read with all checks or has written itself: of
   * any other it may give a point outside the group.
   */
  decodeAgain(text: string): Point | undefined;
  /**
   * The same answer as `decode` (neutral refused), together with powers of the point. One operation, because a backend
   * can get the subgroup check as a by-product of a power, or share one chain of doublings between all of them.
   */
  decodeWithPowers(text: string, exponents: readonly bigint[]): PointWithPowers | undefined;
  /** The text form: 64 lower-case hexadecimal digits. */
  encode(point: Point): string;
  /** The text forms of many points, for the price of one inversion where the backend can. */
  encodeAll(points: readonly Point[]): string[];
  product(a: Point, b: Point): Point;
  inverse(a: Point): Point;
  power(base: Point, exponent: bigint): Point;
  /** Several powers of one base: the backend may share work between them. */
  powers(base: Point, exponents: readonly bigint[]): Point[];
  generatorPower(exponent: bigint): Point;
  /** Prepares a point that will be raised to many exponents, such as the election's key. */
  fixedBase(base: Point): FixedBase;
  equal(a: Point, b: Point): boolean;
  isNeutral(a: Point): boolean;
  /**
   * A power whose exponent is a long-lived secret (a key, a key share, a credential): constant-time as far as the
   * backend offers it. One-time randomness of proofs may use the faster functions.
   */
  secretPower(base: Point, exponent: bigint): Point;
  /**
   * The coordinates of points D of the group, and D^8 of each, for the hints of ballots. Left out by a backend that makes
   * none.
   */
  writeEighths?(points: readonly Point[]): {
    readonly coordinates: Uint8Array;
    readonly powers: readonly EighthPower[];
  };
  /** Left out by a backend that checks ballots one by one. */
  readonly batches?: BatchArithmetic;
}
