import type { Group, Point } from '../arithmetic/group.ts';
import { joinBytes } from '../encoding/bytes.ts';
import { ballotSignaturePrefix } from '../encoding/hash.ts';
import { type Ciphertext, rebuildRangeCommitments, scaleRangeProof } from '../proofs/range-proof.ts';
import { isSchnorrChallenge, rebuildSchnorrCommitment, scaleProof } from '../proofs/schnorr.ts';
import { type Election, type ElectionKey, electionKey } from '../record/election.ts';
import { findFalseChallenge, productOf } from './answer-challenges.ts';
import { ballotStatement } from './ballot.ts';
import { type Publisher, publisher } from './publisher.ts';
import { type BallotContext, type BallotRefusal, type ReadAnswer, type ReadBallot, readBallot } from './read-ballot.ts';

/** A ballot that passed every check. */
export interface CheckedBallot {
  readonly publicCredential: string;
  /** SHA-256 of the exact bytes in hexadecimal: its name in the record */
  readonly hash: string;
  /** for each subject and level */
  readonly ciphertexts: readonly (readonly Ciphertext[])[];
  /** The hint that makes it cheap to check again, where one was given and used, or was asked for. */
  readonly hint?: Uint8Array;
}

/** A ballot that may be counted, or the first reason why not. */
export type BallotCheck =
  | { readonly ok: true; readonly ballot: CheckedBallot }
  | { readonly ok: false; readonly refusal: BallotRefusal };

/**
 * Checks a ballot completely, B1–B10 of PROTOCOL §7.2, the cheap checks first. The signature comes before the proofs,
 * so that only the holder of a credential can make the server compute for long.
 */
export function checkBallot(
  group: Group,
  election: Election,
  ballot: string | Uint8Array,
  context: BallotContext,
): BallotCheck {
  const read = readBallot(election, ballot, context);
  return typeof read === 'string' ? { ok: false, refusal: read } : checkStrictly(group, election, read);
}

/**
 * What is left to check of a ballot that was read: the judge that alone refuses one for its points and proofs.
 * @param withHint makes the ballot's hint on the way, where the backend can
 */
export function checkStrictly(group: Group, election: Election, read: ReadBallot, withHint = false): BallotCheck {
  const { hash, publicCredential, answers } = read;
  // Apart, since the signature is checked before the answers and stands behind them in the hint.
  const [out, signatureOut] = [publisher(group, withHint), publisher(group, withHint)];
  if (!isSigned(group, read, signatureOut)) return { ok: false, refusal: 'signature' };
  const statement = ballotStatement(election, publicCredential);
  const key = electionKey(group, election);
  const ciphertexts: Ciphertext[][] = [];
  for (const answer of answers) {
    const checked = checkAnswer({ group, key, statement, out }, answer);
    if (typeof checked === 'string') return { ok: false, refusal: checked };
    ciphertexts.push(checked);
  }
  const parts = [out.hint(), signatureOut.hint()].filter((part) => part !== undefined);
  const hint = parts.length === 0 ? undefined : joinBytes(parts);
  return { ok: true, ballot: { publicCredential, hash, ciphertexts, ...(hint && { hint }) } };
}

/**
 * Whether the holder of the credential that a ballot names made these very bytes: B1–B5, B7 and B8, two exponentiations
 * at most. Nothing is said of its proofs, so that a ballot that passes here is not yet one that may be counted.
 * @returns the first reason against it; undefined when there is none
 */
export function checkBallotSignature(
  group: Group,
  election: Election,
  ballot: string | Uint8Array,
  context: BallotContext,
): BallotRefusal | undefined {
  const read = readBallot(election, ballot, context);
  if (typeof read === 'string') return read;
  return isSigned(group, read, publisher(group, false)) ? undefined : 'signature';
}

function isSigned(group: Group, { publicCredential, signature }: ReadBallot, out: Publisher): boolean {
  const signer = group.decode(publicCredential);
  if (signer === undefined) return false;
  const root = rebuildSchnorrCommitment(group, signer, scaleProof(signature.proof, out.scale));
  const [commitment = ''] = out.publish([root]).texts;
  return isSchnorrChallenge(ballotSignaturePrefix(signature.hash), commitment, signature.proof);
}

interface AnswerContext {
  readonly group: Group;
  readonly key: ElectionKey;
  readonly statement: string;
  readonly out: Publisher;
}

/** B6, B9 and B10 of one subject; its ciphertexts when they hold. */
function checkAnswer({ group, key, statement, out }: AnswerContext, answer: ReadAnswer): Ciphertext[] | BallotRefusal {
  const ciphertexts: Ciphertext[] = [];
  const [roots, commitments]: [Point[], Point[]] = [[], []];
  for (const [level, proof] of answer.proofs.entries()) {
    const scaled = scaleRangeProof(proof, out.scale);
    const challenges = scaled.map(({ challenge }) => challenge);
    const choice = answer.choices[level];
    if (choice !== undefined) {
      // PROTOCOL §1: a point outside the subgroup would keep the tally from being opened.
      const read = readCiphertext(group, choice, out.makesHint ? [...challenges, out.scale] : challenges);
      if (read === undefined) return 'invalid-point';
      const { alpha, beta } = read;
      ciphertexts.push({ alpha: alpha.point, beta: beta.point });
      roots.push(...alpha.powers.slice(challenges.length), ...beta.powers.slice(challenges.length));
      commitments.push(...rebuildRangeCommitments(group, key, scaled, { alpha: alpha.powers, beta: beta.powers }));
    } else {
      const { alpha, beta } = productOf(group, ciphertexts);
      const powers = { alpha: group.powers(alpha, challenges), beta: group.powers(beta, challenges) };
      commitments.push(...rebuildRangeCommitments(group, key, scaled, powers));
    }
  }
  const texts = out.publish([...roots, ...commitments]).texts.slice(roots.length);
  const sum = productOf(group, ciphertexts);
  const [alpha = '', beta = ''] = group.encodeAll([sum.alpha, sum.beta]);
  return findFalseChallenge(statement, answer, { alpha, beta }, texts) ?? ciphertexts;
}

function readCiphertext(group: Group, choice: ReadAnswer['choices'][number], exponents: readonly bigint[]) {
  const alpha = group.decodeWithPowers(choice.alpha, exponents);
  const beta = alpha && group.decodeWithPowers(choice.beta, exponents);
  return alpha && beta && { alpha, beta };
}
