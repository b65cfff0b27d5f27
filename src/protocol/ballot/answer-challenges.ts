import type { Group } from '../arithmetic/group.ts';
import { type Ciphertext, checkRange } from '../proofs/range-proof.ts';
import { subjectStatement } from './ballot.ts';
import type { ReadAnswer } from './read-ballot.ts';

/** The ciphertext of the sum of one subject's marks. */
export function productOf(group: Group, ciphertexts: readonly Ciphertext[]): Ciphertext {
  return {
    alpha: ciphertexts.map(({ alpha }) => alpha).reduce(group.product),
    beta: ciphertexts.map(({ beta }) => beta).reduce(group.product),
  };
}

/**
 * The hashes of B9 and B10 of one subject: whether the challenges of every proof add up to that of its commitments.
 * @param sum the ciphertext of the sum in text form
 * @param commitments A₀, B₀, A₁, B₁ of every proof in text form
 * @returns the first check that fails; undefined when none does
 */
export function findFalseChallenge(
  statement: string,
  { choices, proofs }: ReadAnswer,
  sum: { readonly alpha: string; readonly beta: string },
  commitments: readonly string[],
): 'individual-proof' | 'overall-proof' | undefined {
  for (const [level, proof] of proofs.entries()) {
    const choice = choices[level];
    const own = commitments.slice(4 * level, 4 * level + 4);
    const [bound, ciphertext] = choice ? [statement, choice] : [subjectStatement(statement, choices), sum];
    if (!checkRange(bound, { ...ciphertext, commitments: own }, proof)) {
      return choice ? 'individual-proof' : 'overall-proof';
    }
  }
  return undefined;
}
