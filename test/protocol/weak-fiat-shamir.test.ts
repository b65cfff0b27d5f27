import { expect, test } from 'vitest';
import { nobleGroup as group } from '../../src/protocol/arithmetic/noble-group.ts';
import { inverseScalar, mod, order } from '../../src/protocol/arithmetic/scalar.ts';
import { hashToScalar } from '../../src/protocol/encoding/hash.ts';
import { checkRange, type RangeProof, rebuildRangeCommitments } from '../../src/protocol/proofs/range-proof.ts';
import { electionKey } from '../../src/protocol/record/election.ts';
import { anElection } from '../support/build/elections.ts';

// Bernhard, Pereira and Warinschi, "How Not to Prove Yourself" (2012): where a challenge is computed from commitments
// alone, whoever votes chooses the ciphertext after the challenge, so that it hides a huge number instead of 0 or 1.

const key = electionKey(group, anElection(group));
const [a0, a1, s, t, randomness] = [11n, 13n, 17n, 19n, 23n] as const;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let [square, rest] = [mod(base), exponent]; rest > 0n; rest >>= 1n, square = mod(square * square)) {
    if (rest & 1n) result = mod(result * square);
  }
  return result;
}

/** A square root of a number below the order, which is 5 modulo 8; undefined where there is none. */
function rootOf(value: bigint): bigint | undefined {
  const root = power(value, (order + 3n) / 8n);
  const other = mod(root * power(2n, (order - 1n) / 4n));
  return [root, other].find((one) => mod(one * one) === mod(value));
}

/** Commitments first, then their weak challenge, then the number m that a ciphertext must hide for them to hold. */
function forge(statement: string) {
  for (let tried = 0n; ; tried += 1n) {
    const shift = mod(s + tried);
    const commitments = group.encodeAll([
      ...[group.generatorPower(a0), key.power(a0, shift)],
      ...[group.generatorPower(a1), key.power(a1, t)],
    ]);
    const challenge = hashToScalar(`prove|${statement}|${commitments.join(',')}`);
    // shift = m·c₀, t = (m − 1)·c₁ and c₀ + c₁ = challenge: a quadratic equation in m.
    const middle = mod(challenge + shift + t);
    const root = rootOf(mod(middle * middle - 4n * challenge * shift));
    if (root === undefined) continue;
    const m = mod((middle + root) * inverseScalar(mod(2n * challenge)));
    const zero = mod(shift * inverseScalar(m));
    const one = mod(t * inverseScalar(mod(m - 1n)));
    const proof: RangeProof = [
      { challenge: zero, response: mod(a0 - randomness * zero) },
      { challenge: one, response: mod(a1 - randomness * one) },
    ];
    return { m, commitments, challenge, proof };
  }
}

test('a proof for a huge number, made as weak challenges allow, holds for no ciphertext here', () => {
  const { m, commitments, challenge, proof } = forge('S');
  expect(m > 1n).toBe(true);
  const alpha = group.generatorPower(randomness);
  const beta = key.power(randomness, m);
  const challenges = proof.map((branch) => branch.challenge);
  const powers = { alpha: group.powers(alpha, challenges), beta: group.powers(beta, challenges) };
  // All equations hold, and so would the weak challenge: the forger has done everything right.
  expect(group.encodeAll(rebuildRangeCommitments(group, key, proof, powers))).toEqual(commitments);
  expect(mod(challenges.reduce((sum, one) => sum + one))).toBe(challenge);
  const [alphaText = '', betaText = ''] = group.encodeAll([alpha, beta]);
  expect(checkRange('S', { alpha: alphaText, beta: betaText, commitments }, proof)).toBe(false);
});
