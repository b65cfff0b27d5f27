import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nobleGroup as group } from '../../../src/protocol/arithmetic/noble-group.ts';
import { mod, order } from '../../../src/protocol/arithmetic/scalar.ts';
import {
  answerRange,
  checkRange,
  rangeCommitments,
  rebuildRangeCommitments,
} from '../../../src/protocol/proofs/range-proof.ts';
import { electionKey } from '../../../src/protocol/record/election.ts';
import { anElection } from '../../support/build/elections.ts';

const key = electionKey(group, anElection(group));
const scalar = fc.oneof(fc.bigInt({ min: 0n, max: order - 1n }), fc.constantFrom(0n, 1n, order - 1n));

test('what the prover computes from fixed bases is what the checker rebuilds from the ciphertext', () => {
  fc.assert(
    fc.property(
      scalar,
      fc.constantFrom(0, 1),
      scalar,
      scalar,
      scalar,
      (randomness, value, challenge, response, nonce) => {
        const opening = { randomness, value } as const;
        const nonces = { simulated: { challenge, response }, nonce };
        const alpha = group.generatorPower(randomness);
        const shift = group.generatorPower(BigInt(value));
        const beta = group.product(key.power(randomness), shift);
        const [alphaText = '', betaText = ''] = group.encodeAll([alpha, beta]);
        const commitments = group.encodeAll(rangeCommitments(group, key, opening, nonces));
        const texts = { alpha: alphaText, beta: betaText, commitments };
        const proof = answerRange('S', texts, opening, nonces);
        const challenges = proof.map((branch) => branch.challenge);
        const powers = { alpha: group.powers(alpha, challenges), beta: group.powers(beta, challenges) };
        const rebuilt = group.encodeAll(rebuildRangeCommitments(group, key, proof, powers));
        expect(rebuilt).toEqual(commitments);
        expect(checkRange('S', texts, proof)).toBe(true);
        expect(checkRange('another statement', texts, proof)).toBe(false);
        expect(checkRange('S', { ...texts, alpha: betaText, beta: `${alphaText}0` }, proof)).toBe(false);
        const [zero, one] = proof;
        expect(checkRange('S', texts, [{ ...zero, challenge: mod(zero.challenge + 1n) }, one])).toBe(false);
      },
    ),
    { numRuns: 30 },
  );
});
