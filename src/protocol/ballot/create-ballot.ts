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
  scaleNonces,
} from '../proofs/range-proof.ts';
import { answerSchnorr, type Proof, writeProof } from '../proofs/schnorr.ts';
import { type Election, electionKey } from '../record/election.ts';
import { ballotStatement, ballotTracker, subjectStatement } from './ballot.ts';
import { isCredential, publicCredential } from './credential.ts';
import { type Publisher, publisher } from './publisher.ts';

/** For each subject in order: the index of the level that is marked, or undefined for a line left unmarked. */
export type Marks = readonly (number | undefined)[];

/** A ballot that can leave the voter's device: it shows neither marks nor credential. */
export interface SealedBallot {
  readonly text: string;
  readonly tracker: string;
  readonly publicCredential: string;
  /** Makes it cheap to check (PROTOCOL §16); left out where the backend makes none. */
  readonly hint?: Uint8Array;
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
  const out = publisher(group, true);
  const answers = election.questions.map((question, index) =>
    sealAnswer({ group, election, statement, out }, openAnswer(question.answers.length, marks[index], random), random),
  );
  const body = {
    election_uuid: election.uuid,
    election_hash: election.fingerprint,
    credential: signer,
    answers,
  };
  const hash = sha256Base64(writeCanonical(body));
  const proof = writeProof(sign(group, hash, credentialExponent(election.uuid, credential), out, random));
  const text = writeCanonical({ ...body, signature: { hash, proof } });
  const hint = out.hint();
  return { text, tracker: ballotTracker(text), publicCredential: signer, ...(hint && { hint }) };
}

function sign(group: Group, hash: string, secret: bigint, out: Publisher, random: RandomBytes): Proof {
  const nonce = randomScalar(random);
  const [commitment = ''] = out.publish([group.generatorPower(mod(nonce * out.scale))]).texts;
  return answerSchnorr(ballotSignaturePrefix(hash), commitment, secret, nonce);
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

interface Sealing {
  readonly group: Group;
  readonly election: Election;
  readonly statement: string;
  readonly out: Publisher;
}

function sealAnswer(
  { group, election, statement, out }: Sealing,
  openings: readonly Opening[],
  random: RandomBytes,
): JsonValue {
  const key = electionKey(group, election);
  const scaled = (exponent: bigint) => mod(exponent * out.scale);
  const overall = sumOfOpenings(openings);
  const claims = [...openings, overall].map((opening) => ({ opening, nonces: drawRangeNonces(random) }));
  const pairs = openings.flatMap(({ randomness, value }) => [
    group.generatorPower(scaled(randomness)),
    key.power(scaled(randomness), scaled(BigInt(value))),
  ]);
  const commitments = claims.flatMap(({ opening, nonces }) =>
    rangeCommitments(group, key, opening, scaleNonces(nonces, out.scale)),
  );
  // All points of a subject together: the text forms cost an inversion otherwise each.
  const { points, texts } = out.publish([...pairs, ...commitments]);
  const choices = openings.map((_, level) => ({ alpha: texts[2 * level] ?? '', beta: texts[2 * level + 1] ?? '' }));
  const products = [0, 1].map((half) =>
    openings.map((_, level) => points[2 * level + half] ?? group.neutral).reduce(group.product),
  );
  const [alpha = '', beta = ''] = group.encodeAll(products);
  const proofs = claims.map(({ opening, nonces }, index) => {
    const start = pairs.length + 4 * index;
    const choice = choices[index];
    return answerRange(
      choice ? statement : subjectStatement(statement, choices),
      { ...(choice ?? { alpha, beta }), commitments: texts.slice(start, start + 4) },
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
