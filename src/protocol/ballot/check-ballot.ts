import type { Group, Point } from '../arithmetic/group.ts';
import { ballotSignaturePrefix, sha256Base64, sha256Hex } from '../encoding/hash.ts';
import { parseCanonical, readList } from '../encoding/json.ts';
import { utf8Bytes, utf8Text } from '../encoding/utf8.ts';
import {
  type Ciphertext,
  checkRange,
  type RangeProof,
  readRangeProof,
  rebuildRangeCommitments,
} from '../proofs/range-proof.ts';
import { checkSchnorr, readProof } from '../proofs/schnorr.ts';
import { type Election, electionKey } from '../record/election.ts';
import {
  type AnswerForm,
  ballotBody,
  ballotStatement,
  maximumBallotLength,
  readBallotFields,
  subjectStatement,
} from './ballot.ts';

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

/** A ballot that passed every check. */
export interface CheckedBallot {
  readonly publicCredential: string;
  /** SHA-256 of the exact bytes in hexadecimal: its name in the record */
  readonly hash: string;
  /** for each subject and level */
  readonly ciphertexts: readonly (readonly Ciphertext[])[];
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
  const signed = checkSigned(group, election, ballot, context);
  if (typeof signed === 'string') return { ok: false, refusal: signed };
  const { hash, publicCredential, answers } = signed;
  const statement = ballotStatement(election, publicCredential);
  const ciphertexts: Ciphertext[][] = [];
  for (const answer of answers) {
    const checked = checkAnswer(group, election, statement, answer);
    if (typeof checked === 'string') return { ok: false, refusal: checked };
    ciphertexts.push(checked);
  }
  return { ok: true, ballot: { publicCredential, hash, ciphertexts } };
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
  const signed = checkSigned(group, election, ballot, context);
  return typeof signed === 'string' ? signed : undefined;
}

/** B8 after everything that needs no arithmetic with points. */
function checkSigned(group: Group, election: Election, ballot: string | Uint8Array, context: BallotContext) {
  const shaped = checkShape(election, ballot, context);
  if (typeof shaped === 'string') return shaped;
  const { text, publicCredential, signature } = shaped;
  if (signature.hash !== sha256Base64(ballotBody(text))) return 'signature-hash';
  const signer = group.decode(publicCredential);
  const holds =
    signer !== undefined && checkSchnorr(group, ballotSignaturePrefix(signature.hash), signer, signature.proof);
  return holds ? shaped : 'signature';
}

/** Everything that needs no arithmetic with points: B1–B5 and B7. */
function checkShape(election: Election, ballot: string | Uint8Array, context: BallotContext) {
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
  return { text, hash, publicCredential: credential, answers, signature: { hash: form.signature.hash, proof } };
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

/** An answer whose scalars are read and whose points are still texts. */
interface Answer {
  readonly choices: readonly { readonly alpha: string; readonly beta: string }[];
  readonly proofs: readonly RangeProof[];
}

/** B7. Points that are no texts become empty ones, which no group reads. */
function readAnswer(form: AnswerForm | undefined): Answer | undefined {
  const proofs = form && readList([...form.individualProofs, form.overallProof], readRangeProof);
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
  const choices = form?.choices.map(({ alpha, beta }) => ({ alpha: textOf(alpha), beta: textOf(beta) }));
  return choices && proofs && { choices, proofs };
}

/** B6, B9 and B10 of one subject; its ciphertexts when they hold. */
function checkAnswer(
  group: Group,
  election: Election,
  statement: string,
  { choices, proofs }: Answer,
): Ciphertext[] | BallotRefusal {
  const key = electionKey(group, election);
  const ciphertexts: Ciphertext[] = [];
  const commitments: Point[] = [];
  for (const [level, proof] of proofs.entries()) {
    const challenges = proof.map(({ challenge }) => challenge);
    const choice = choices[level];
    if (choice !== undefined) {
      // PROTOCOL §1: a point outside the subgroup would keep the tally from being opened.
      const alpha = group.decodeWithPowers(choice.alpha, challenges);
      const beta = alpha && group.decodeWithPowers(choice.beta, challenges);
      if (alpha === undefined || beta === undefined) return 'invalid-point';
      ciphertexts.push({ alpha: alpha.point, beta: beta.point });
      commitments.push(...rebuildRangeCommitments(group, key, proof, { alpha: alpha.powers, beta: beta.powers }));
    } else {
      const { alpha, beta } = productOf(group, ciphertexts);
      const powers = { alpha: group.powers(alpha, challenges), beta: group.powers(beta, challenges) };
      commitments.push(alpha, beta, ...rebuildRangeCommitments(group, key, proof, powers));
    }
  }
  const texts = group.encodeAll(commitments);
  const overall = texts.slice(4 * choices.length);
  for (const [level, proof] of proofs.entries()) {
    const choice = choices[level];
    if (choice !== undefined) {
      const rebuilt = texts.slice(4 * level, 4 * level + 4);
      if (!checkRange(statement, { ...choice, commitments: rebuilt }, proof)) return 'individual-proof';
    } else {
      const [alpha = '', beta = '', ...rebuilt] = overall;
      const bound = subjectStatement(statement, choices);
      if (!checkRange(bound, { alpha, beta, commitments: rebuilt }, proof)) return 'overall-proof';
    }
  }
  return ciphertexts;
}

/** The ciphertext of the sum of one subject's marks. */
function productOf(group: Group, ciphertexts: readonly Ciphertext[]): Ciphertext {
  return {
    alpha: ciphertexts.map(({ alpha }) => alpha).reduce(group.product),
    beta: ciphertexts.map(({ beta }) => beta).reduce(group.product),
  };
}
