import type { Group } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { mod, randomScalar } from '../arithmetic/scalar.ts';
import { ballotSignaturePrefix, credentialExponent, sha256Base64 } from '../encoding/hash.ts';
import { type JsonValue, writeCanonical } from '../encoding/json.ts';
import {
  answerRange,
  drawRangeNonces,
  type Opening,
  type RangeProof,
  rangeCommitments,
} from '../proofs/range-proof.ts';
import { createSchnorr, writeProof } from '../proofs/schnorr.ts';
import { type Election, electionKey } from '../record/election.ts';
import { ballotStatement, ballotTracker, subjectStatement } from './ballot.ts';
import { isCredential, publicCredential } from './credential.ts';

/** For each subject in order: the index of the level that is marked, or undefined for a line left unmarked. */
export type Marks = readonly (number | undefined)[];

/** A ballot that can leave the voter's device: it shows neither marks nor credential. */
export interface SealedBallot {
  readonly text: string;
  readonly tracker: string;
  readonly publicCredential: string;
}

/**
 * Seals a set of marks: encrypts, proves and signs it (PROTOCOL §7.1).
 *
 * `random` is drawn, all as scalars of `randomScalar`, in this order: for each subject the r of every level; then for
 * every level, and once more for the overall proof, the false branch's challenge and response and the true branch's
 * nonce; after all subjects the nonce of the signature.
 *
 * Marks that do not fit the election, or a text that is no credential, are programming errors and throw.
 */
export function createBallot(
  group: Group,
  election: Election,
  credential: string,
  marks: Marks,
  random: RandomBytes,
): SealedBallot {
  if (!isCredential(credential)) throw new TypeError('no credential');
  if (marks.length !== election.questions.length) throw new RangeError('one mark or none for each subject');
  const signer = publicCredential(group, election.uuid, credential);
  const statement = ballotStatement(election, signer);
  const answers = election.questions.map((question, index) =>
    sealAnswer(group, election, statement, openAnswer(question.answers.length, marks[index], random), random),
  );
  const body = {
    election_uuid: election.uuid,
    election_hash: election.fingerprint,
    credential: signer,
    answers,
  };
  const hash = sha256Base64(writeCanonical(body));
  const secret = credentialExponent(election.uuid, credential);
  const proof = writeProof(createSchnorr(group, ballotSignaturePrefix(hash), secret, random));
  const text = writeCanonical({ ...body, signature: { hash, proof } });
  return { text, tracker: ballotTracker(text), publicCredential: signer };
}

/** The values of one subject's levels, at most one of them 1, each with its fresh randomness. */
function openAnswer(levels: number, mark: number | undefined, random: RandomBytes): Opening[] {
  if (mark !== undefined && !(Number.isInteger(mark) && mark >= 0 && mark < levels)) {
    throw new RangeError('no such level');
  }
  return Array.from({ length: levels }, (_, level) => ({
    randomness: randomScalar(random),
    value: level === mark ? 1 : 0,
  }));
}

function sealAnswer(
  group: Group,
  election: Election,
  statement: string,
  openings: readonly Opening[],
  random: RandomBytes,
): JsonValue {
  const key = electionKey(group, election);
  const ciphertexts = openings.map(({ randomness, value }) => ({
    alpha: group.generatorPower(randomness),
    beta: key.power(randomness, BigInt(value)),
  }));
  const overall = {
    opening: sumOfOpenings(openings),
    alpha: ciphertexts.map(({ alpha }) => alpha).reduce(group.product),
    beta: ciphertexts.map(({ beta }) => beta).reduce(group.product),
  };
  const claims = [...openings, overall.opening].map((opening) => ({ opening, nonces: drawRangeNonces(random) }));
  const commitments = claims.flatMap(({ opening, nonces }) => rangeCommitments(group, key, opening, nonces));
  // One batch for the whole subject: the text forms cost an inversion otherwise each.
  const pairs = [...ciphertexts, overall].flatMap(({ alpha, beta }) => [alpha, beta]);
  const texts = group.encodeAll([...pairs, ...commitments]);
  const choices = openings.map((_, level) => ({ alpha: texts[2 * level] ?? '', beta: texts[2 * level + 1] ?? '' }));
  const proofs = claims.map(({ opening, nonces }, index) => {
    const [alpha = '', beta = ''] = texts.slice(2 * index, 2 * index + 2);
    const start = pairs.length + 4 * index;
    const isOverall = index === openings.length;
    return answerRange(
      isOverall ? subjectStatement(statement, choices) : statement,
      { alpha, beta, commitments: texts.slice(start, start + 4) },
      opening,
      nonces,
    );
  });
  return {
    choices,
    individual_proofs: proofs.slice(0, -1).map(writeRangeProof),
    overall_proof: proofs.slice(-1).flatMap(writeRangeProof),
  };
}

function sumOfOpenings(openings: readonly Opening[]): Opening {
  const randomness = mod(openings.reduce((sum, opening) => sum + opening.randomness, 0n));
  return { randomness, value: openings.some(({ value }) => value === 1) ? 1 : 0 };
}

function writeRangeProof(proof: RangeProof): JsonValue[] {
  return proof.map(writeProof);
}
