import fc from 'fast-check';

/** Choices that the same seed makes alike again. */
export interface Dice {
  /** A whole number from 0 up to, and without, `below`. */
  upTo(below: number): number;
  /** True in one of so many cases. */
  oneIn(cases: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  bytes(length: number): Uint8Array;
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  // A counter that is mixed well: chance that repeats is wanted here, unpredictable chance is not.
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const upTo = (below: number) => next() % below;
  return {
    upTo,
    oneIn: (cases) => upTo(cases) === 0,
    pick: (values) => {
      if (values.length === 0) throw new Error('nothing to pick from');
      return values[upTo(values.length)] as (typeof values)[number];
    },
    bytes: (length) => Uint8Array.from({ length }, () => upTo(256)),
  };
}

const matching = new Map<string, readonly string[]>();

/** Texts that a pattern takes, the same for every seed. */
export function textsMatching(pattern: string): readonly string[] {
  const known = matching.get(pattern);
  if (known !== undefined) return known;
  const made = fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), { numRuns: 20, seed: 1 });
  matching.set(pattern, made);
  return made;
}
