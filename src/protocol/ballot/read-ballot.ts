import { sha256Base64, sha256Hex } from '../encoding/hash.ts';
import { parseCanonical, readList } from '../encoding/json.ts';
import { utf8Bytes, utf8Text } from '../encoding/utf8.ts';
import { type RangeProof, readRangeProof } from '../proofs/range-proof.ts';
import { type Proof, readProof } from '../proofs/schnorr.ts';
import type { Election } from '../record/election.ts';
import { type AnswerForm, ballotBody, maximumBallotLength, readBallotFields } from './ballot.ts';

/** Why a ballot is refused, in the order in which the reasons are looked for (PROTOCOL §7.2). */
export type BallotRefusal =
  /** B1 */
  | 'too-long'
  | 'not-canonical'
  | 'wrong-fields'
  /** B2 */
  | 'wrong-election'
  /** B3 */
  | 'unknown-credential'
  /** B4 */
  | 'duplicate-ballot'
  /** B5 */
  | 'wrong-counts'
  /** B7 */
  | 'invalid-scalar'
  /** B8 */
  | 'signature-hash'
  | 'signature'
  /** B6 */
  | 'invalid-point'
  /** B9 */
  | 'individual-proof'
  /** B10 */
  | 'overall-proof';

/** What is known when a ballot arrives. */
export interface BallotContext {
  /** the published public credentials */
  readonly credentials: { has(publicCredential: string): boolean };
  /** the ballots already in the box, by the SHA-256 of their exact bytes in hexadecimal */
  readonly seen: { has(hash: string): boolean };
}

/** An answer whose scalars are read and whose points are still texts. */
export interface ReadAnswer {
  readonly choices: readonly { readonly alpha: string; readonly beta: string }[];
  /** One for each choice, then the overall one. */
  readonly proofs: readonly RangeProof[];
}

/** A ballot of which all holds that takes no arithmetic with points. */
export interface ReadBallot {
  readonly publicCredential: string;
  /** SHA-256 of the exact bytes in hexadecimal: its name in the record */
  readonly hash: string;
  readonly answers: readonly ReadAnswer[];
  /** `hash` is that of the ballot's body, as recomputed. */
  readonly signature: { readonly hash: string; readonly proof: Proof };
}

/** B1–B5, B7 and the hash of B8: whatever refuses here is final for every way of checking the rest. */
export function readBallot(
  election: Election,
  ballot: string | Uint8Array,
  context: BallotContext,
): ReadBallot | BallotRefusal {
  // A text has at least as many bytes as characters, so that a huge one is not even encoded.
  const limit = maximumBallotLength(election);
  if (ballot.length > limit || (typeof ballot === 'string' && utf8Bytes(ballot).length > limit)) return 'too-long';
  const text = typeof ballot === 'string' ? ballot : utf8Text(ballot);
  const value = text === undefined ? undefined : parseCanonical(text);
  if (text === undefined || value === undefined) return 'not-canonical';
  const form = readBallotFields(value);
  if (form === undefined) return 'wrong-fields';
  const { credential } = form;
  if (form.electionUuid !== election.uuid || form.electionHash !== election.fingerprint) return 'wrong-election';
  if (typeof credential !== 'string' || !context.credentials.has(credential)) return 'unknown-credential';
  const hash = sha256Hex(text);
  if (context.seen.has(hash)) return 'duplicate-ballot';
  if (!hasRightCounts(election, form.answers)) return 'wrong-counts';
  const answers = readList(form.answers, (_, index) => readAnswer(form.answers[index]));
  const proof = readProof(form.signature.proof);
  if (answers === undefined || proof === undefined) return 'invalid-scalar';
  const bodyHash = sha256Base64(ballotBody(text));
  if (form.signature.hash !== bodyHash) return 'signature-hash';
  return { hash, publicCredential: credential, answers, signature: { hash: bodyHash, proof } };
}

/** B5: as many answers as subjects, choices and proofs as levels, and two branches in every proof. */
function hasRightCounts({ questions }: Election, answers: readonly AnswerForm[]): boolean {
  if (answers.length !== questions.length) return false;
  return answers.every(({ choices, individualProofs, overallProof }, index) => {
    const levels = questions[index]?.answers.length;
    if (choices.length !== levels || individualProofs.length !== levels) return false;
    return [...individualProofs, overallProof].every((branches) => branches.length === 2);
  });
}

/** B7. Points that are no texts become empty ones, which no group reads. */
function readAnswer(form: AnswerForm | undefined): ReadAnswer | undefined {
  const proofs = form && readList([...form.individualProofs, form.overallProof], readRangeProof);
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
  const choices = form?.choices.map(({ alpha, beta }) => ({ alpha: textOf(alpha), beta: textOf(beta) }));
  return choices && proofs && { choices, proofs };
}
