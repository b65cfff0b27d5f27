import { randomBytes } from '@noble/hashes/utils.js';
import type { BatchArithmetic, Group, Point } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { mod } from '../arithmetic/scalar.ts';
import { type Election, electionKey } from '../record/election.ts';

/** What a proof claims of a commitment: base^response · (Π of the powered points)^challenge · g^shift. */
export interface Equation {
  readonly base: 'generator' | 'key';
  readonly response: bigint;
  /** α, β or C; for the sum of a subject's marks those of all its levels. */
  readonly powered: readonly Point[];
  readonly challenge: bigint;
  readonly shift: bigint;
  readonly commitment: Point;
}

/** A weight of 128 bits: an equation that is false goes unnoticed once in 2^128 times. */
const weightBytes = 16;
/** The system's generator gives at most 65,536 bytes at once. */
const weightsAtOnce = 4096;

/**
 * Whether all equations are true, by one product of powers: each to a random weight of its own. All points must be of
 * the group; with a part of small order a false equation would pass every other time.
 *
 * The weights are drawn here and nowhere else, after all that they weigh is fixed, and are gone when this returns: whoever
 * knew one before could make two false equations that cancel.
 * @param random for tests only
 */
export function equationsHold(
  group: Group,
  batches: BatchArithmetic,
  election: Election,
  equations: readonly Equation[],
  random: RandomBytes = randomBytes,
): boolean {
  const weights = drawWeights(equations.length, random);
  let [ofGenerator, ofKey] = [0n, 0n];
  const ofPowered = new Map<Point, bigint>();
  for (const [index, { base, response, powered, challenge, shift }] of equations.entries()) {
    const weight = weights[index] ?? 0n;
    ofGenerator += weight * (base === 'generator' ? response + shift : shift);
    if (base === 'key') ofKey += weight * response;
    const weighted = weight * challenge;
    for (const point of powered) ofPowered.set(point, (ofPowered.get(point) ?? 0n) + weighted);
  }
  // A over what it is claimed to be: the other way around the weights would not be short, or the commitments inverted.
  const product = batches.productOfPowers(
    [
      group.generator,
      electionKey(group, election).point,
      ...ofPowered.keys(),
      ...equations.map(({ commitment }) => commitment),
    ],
    [mod(-ofGenerator), mod(-ofKey), ...Array.from(ofPowered.values(), (exponent) => mod(-exponent)), ...weights],
  );
  return group.isNeutral(product);
}

/** Numbers from 1 to 2^128 − 1. */
function drawWeights(count: number, random: RandomBytes): bigint[] {
  const weights: bigint[] = [];
  while (weights.length < count) {
    const bytes = random(weightBytes * Math.min(weightsAtOnce, count - weights.length));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let start = 0; start < bytes.length; start += weightBytes) {
      const weight = (view.getBigUint64(start) << 64n) | view.getBigUint64(start + 8);
      if (weight !== 0n) weights.push(weight);
    }
  }
  return weights;
}
