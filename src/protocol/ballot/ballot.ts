import { sha256Base64 } from '../encoding/hash.ts';
import { readFields, readList } from '../encoding/json.ts';
import { utf8Bytes } from '../encoding/utf8.ts';
import type { Election } from '../record/election.ts';

/**
 * The longest a ballot of this election can be, in bytes (PROTOCOL §7.1): whatever is longer is refused before it is
 * parsed.
 */
export function maximumBallotLength(election: Election): number {
  const answers = election.questions.reduce((sum, question) => sum + 519 * question.answers.length + 420, 0);
  return utf8Bytes(election.uuid).length + 432 + answers;
}

/** The tracker of a ballot: proves that it is in the box, not what it says (PROTOCOL §7.1). */
export function ballotTracker(ballot: string | Uint8Array): string {
  return sha256Base64(ballot);
}

/** S0 of PROTOCOL §7.1: binds every proof to the election and the credential, so that no ballot can be copied. */
export function ballotStatement(election: Election, publicCredential: string): string {
  return `${election.fingerprint}|${publicCredential}`;
}

/** S of PROTOCOL §7.1: binds the overall proof to the subject's choices and their order. */
export function subjectStatement(ballotStatement: string, choices: readonly CiphertextForm[]): string {
  return `${ballotStatement}|${choices.map(({ alpha, beta }) => `${alpha},${beta}`).join(',')}`;
}

/**
 * The text that a ballot's signature is over: the same object without its last field. Cut out of the exact text, since
 * a stored object is never written again to hash it. The text must be canonical and of a ballot's form.
 */
export function ballotBody(text: string): string {
  return `${text.slice(0, text.lastIndexOf(',"signature":'))}}`;
}

/** A ciphertext as it stands in a ballot; whether these are points is not yet known. */
export interface CiphertextForm {
  readonly alpha: unknown;
  readonly beta: unknown;
}

/** One subject's answer as it stands in a ballot: the fields are right, their values not yet checked. */
export interface AnswerForm {
  readonly choices: readonly CiphertextForm[];
  readonly individualProofs: readonly (readonly unknown[])[];
  readonly overallProof: readonly unknown[];
}

/** A ballot whose fields, their order included, are right on every level; their values not yet checked. */
export interface BallotFields {
  readonly electionUuid: unknown;
  readonly electionHash: unknown;
  readonly credential: unknown;
  readonly answers: readonly AnswerForm[];
  readonly signature: { readonly hash: unknown; readonly proof: unknown };
}

/** Reads the form of a ballot, exact on every level (PROTOCOL §7.2, B1); undefined when refused. */
export function readBallotFields(value: unknown): BallotFields | undefined {
  const fields = readFields(value, ['election_uuid', 'election_hash', 'credential', 'answers', 'signature']);
  const answers = readList(fields?.answers, readAnswerForm);
  const signature = readFields(fields?.signature, ['hash', 'proof']);
  if (fields === undefined || answers === undefined || signature === undefined) return undefined;
  if (readBranch(signature.proof) === undefined) return undefined;
  const { election_uuid: electionUuid, election_hash: electionHash, credential } = fields;
  return { electionUuid, electionHash, credential, answers, signature };
}

function readAnswerForm(value: unknown): AnswerForm | undefined {
  const fields = readFields(value, ['choices', 'individual_proofs', 'overall_proof']);
  const choices = readList(fields?.choices, (choice) => readFields(choice, ['alpha', 'beta']));
  const individualProofs = readList(fields?.individual_proofs, (proof) => readList(proof, readBranch));
  const overallProof = readList(fields?.overall_proof, readBranch);
  return choices && individualProofs && overallProof && { choices, individualProofs, overallProof };
}

function readBranch(value: unknown) {
  return readFields(value, ['challenge', 'response']);
}
