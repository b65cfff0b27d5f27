import type { Group, Point } from '../../../src/protocol/arithmetic/group.ts';
import type { RandomBytes } from '../../../src/protocol/arithmetic/random.ts';
import { decodeScalar, eighth, mod, randomScalar } from '../../../src/protocol/arithmetic/scalar.ts';
import { ballotStatement, subjectStatement } from '../../../src/protocol/ballot/ballot.ts';
import type { Marks } from '../../../src/protocol/ballot/create-ballot.ts';
import { publicCredential } from '../../../src/protocol/ballot/credential.ts';
import { joinBytes } from '../../../src/protocol/encoding/bytes.ts';
import { ballotSignaturePrefix, credentialExponent, sha256Base64 } from '../../../src/protocol/encoding/hash.ts';
import { type JsonValue, writeCanonical } from '../../../src/protocol/encoding/json.ts';
import {
  answerRange,
  drawRangeNonces,
  type Opening,
  rangeCommitments,
} from '../../../src/protocol/proofs/range-proof.ts';
import { answerSchnorr, writeProof } from '../../../src/protocol/proofs/schnorr.ts';
import { type Election, electionKey } from '../../../src/protocol/record/election.ts';

/** A ballot as an attacker sends it, with a hint that lists the points it was made with. */
export interface ForgedBallot {
  readonly content: string;
  readonly hint: Uint8Array;
}

interface Branch {
  challenge: string;
  response: string;
}

/** One subject's answer as it stands in a ballot. */
export interface AnswerJson {
  choices: { alpha: string; beta: string }[];
  individual_proofs: Branch[][];
  overall_proof: Branch[];
}

/** What a voter with a program of their own can do to a ballot before they sign it. */
export interface Forgery {
  /** Other commitments than those of the proof, A₀, B₀, A₁, B₁; the challenges are made to be their hash. */
  readonly commitments?: (commitments: readonly Point[], subject: number, proof: number) => readonly Point[];
  /** Other values than 0 or 1. */
  readonly values?: readonly bigint[][];
  readonly answers?: (answers: AnswerJson[]) => void;
  /** Other texts of points than those of the points that the proofs are made for. */
  readonly choices?: (choices: AnswerJson['choices'], subject: number) => AnswerJson['choices'];
  /** Another public credential, signed with the own secret. */
  readonly signer?: (own: string) => string;
}

/** Bytes of a point of a hint. */
export const pointBytes = 64;

/** The points of a hint one by one. */
export function pointsOf(hint: Uint8Array): Uint8Array[] {
  return Array.from({ length: hint.length / pointBytes }, (_, index) =>
    hint.slice(index * pointBytes, (index + 1) * pointBytes),
  );
}

/** The hint that lists the eighth roots of these points, whatever they are. */
function hintOf(group: Group, points: readonly Point[]): Uint8Array {
  return group.writeEighths?.(points.map((point) => group.power(point, eighth))).coordinates ?? new Uint8Array();
}

/** Makes a ballot by hand, honest where nothing is forged. */
export function forgeBallot(
  group: Group,
  election: Election,
  credential: string,
  marks: Marks,
  random: RandomBytes,
  forgery: Forgery = {},
): ForgedBallot {
  const own = knownPublicCredential(group, election.uuid, credential);
  const signer = forgery.signer?.(own) ?? own;
  const statement = ballotStatement(election, signer);
  const points: Point[] = [];
  const answers = election.questions.map((question, subject) => {
    const values = question.answers.map(
      (_, level) => forgery.values?.[subject]?.[level] ?? BigInt(marks[subject] === level),
    );
    const sealed = sealByHand({ group, election, statement, random }, values, {
      commit: (commitments, proof) => forgery.commitments?.(commitments, subject, proof) ?? commitments,
      write: (choices) => forgery.choices?.(choices, subject) ?? choices,
    });
    points.push(...sealed.points);
    return sealed.answer;
  });
  forgery.answers?.(answers);
  const body = {
    election_uuid: election.uuid,
    election_hash: election.fingerprint,
    credential: signer,
    answers,
  };
  const hash = sha256Base64(writeCanonical(body as unknown as JsonValue));
  const signed = signByHand(group, hash, credentialExponent(election.uuid, credential), random);
  return {
    content: writeCanonical({ ...body, signature: { hash, proof: signed.proof } } as unknown as JsonValue),
    hint: joinBytes([hintOf(group, points), hintOf(group, [signed.commitment])]),
  };
}

const known = new WeakMap<Group, Map<string, string>>();

/** Remembered, since it takes longer than all the rest of a small ballot. */
function knownPublicCredential(group: Group, uuid: string, credential: string): string {
  const own = known.get(group) ?? new Map<string, string>();
  known.set(group, own);
  const found = own.get(`${uuid} ${credential}`) ?? publicCredential(group, uuid, credential);
  own.set(`${uuid} ${credential}`, found);
  return found;
}

/** A signature over a hash, and the commitment it was made with. */
export function signByHand(group: Group, hash: string, secret: bigint, random: RandomBytes) {
  const nonce = randomScalar(random);
  const commitment = group.generatorPower(nonce);
  const proof = writeProof(answerSchnorr(ballotSignaturePrefix(hash), group.encode(commitment), secret, nonce));
  return { proof, commitment };
}

interface Hand {
  readonly group: Group;
  readonly election: Election;
  readonly statement: string;
  readonly random: RandomBytes;
}

function sealByHand(
  { group, election, statement, random }: Hand,
  values: readonly bigint[],
  {
    commit,
    write,
  }: {
    readonly commit: (commitments: readonly Point[], proof: number) => readonly Point[];
    readonly write: (choices: AnswerJson['choices']) => AnswerJson['choices'];
  },
) {
  const key = electionKey(group, election);
  // A proof of another value is made as if it were 1 where it is not 0.
  const openings = values.map((value) => ({
    randomness: randomScalar(random),
    value: (value === 0n ? 0 : 1) as 0 | 1,
  }));
  const pairs = openings.map(({ randomness }, level) => ({
    alpha: group.generatorPower(randomness),
    beta: key.power(randomness, mod(values[level] ?? 0n)),
  }));
  const choices = write(pairs.map(({ alpha, beta }) => ({ alpha: group.encode(alpha), beta: group.encode(beta) })));
  const sum: Opening = {
    randomness: mod(openings.reduce((total, { randomness }) => total + randomness, 0n)),
    value: values.some((value) => value !== 0n) ? 1 : 0,
  };
  const product = {
    alpha: group.encode(pairs.map(({ alpha }) => alpha).reduce(group.product)),
    beta: group.encode(pairs.map(({ beta }) => beta).reduce(group.product)),
  };
  const committed: Point[] = [];
  const proofs = [...openings, sum].map((opening, index) => {
    const nonces = drawRangeNonces(random);
    const commitments = commit(rangeCommitments(group, key, opening, nonces), index);
    committed.push(...commitments);
    const choice = choices[index];
    const bound = choice ? statement : subjectStatement(statement, choices);
    const texts = { ...(choice ?? product), commitments: group.encodeAll(commitments) };
    return answerRange(bound, texts, opening, nonces).map(writeProof) as unknown as Branch[];
  });
  const answer: AnswerJson = {
    choices,
    individual_proofs: proofs.slice(0, -1),
    overall_proof: proofs.at(-1) ?? [],
  };
  return { answer, points: [...pairs.flatMap(({ alpha, beta }) => [alpha, beta]), ...committed] };
}

/**
 * The hint that follows from a ballot's own equations, false as they may be: commitments as a checker rebuilds them. The
 * generator stands where there is no point, 0 where there is no number. Undefined for what has no such parts.
 */
export function hintOfEquations(group: Group, election: Election, ballot: string): Uint8Array | undefined {
  const read = readLoosely(ballot);
  if (read === undefined) return undefined;
  const { power } = electionKey(group, election);
  const pointOf = (text: unknown) => group.decodeAgain(String(text)) ?? group.generator;
  const raised = (point: Point, exponent: bigint) => group.power(point, exponent);
  const commitmentsOf = (branches: readonly Branch[], alpha: Point, beta: Point) =>
    branches.flatMap(({ challenge, response }, value) => {
      const [c, r] = [decodeScalar(challenge) ?? 0n, decodeScalar(response) ?? 0n];
      return [
        group.product(group.generatorPower(r), raised(alpha, c)),
        group.product(power(r, value === 0 ? 0n : mod(-c)), raised(beta, c)),
      ];
    });
  const points = read.answers.flatMap(({ choices, individual_proofs: proofs, overall_proof: overall }) => {
    const pairs = choices.map(({ alpha, beta }) => ({ alpha: pointOf(alpha), beta: pointOf(beta) }));
    const sum = {
      alpha: pairs.reduce((product, { alpha }) => group.product(product, alpha), group.neutral),
      beta: pairs.reduce((product, { beta }) => group.product(product, beta), group.neutral),
    };
    return [
      ...pairs.flatMap(({ alpha, beta }) => [alpha, beta]),
      ...proofs.flatMap((branches, level) => {
        const { alpha, beta } = pairs[level] ?? sum;
        return commitmentsOf(branches, alpha, beta);
      }),
      ...commitmentsOf(overall, sum.alpha, sum.beta),
    ];
  });
  const { challenge, response } = read.signature.proof;
  const signature = group.product(
    group.generatorPower(decodeScalar(response) ?? 0n),
    raised(pointOf(read.credential), decodeScalar(challenge) ?? 0n),
  );
  return hintOf(group, [...points, signature]);
}

interface LooseBallot {
  readonly credential: unknown;
  readonly answers: readonly AnswerJson[];
  readonly signature: { readonly proof: Branch };
}

function readLoosely(ballot: string): LooseBallot | undefined {
  try {
    const read = JSON.parse(ballot) as LooseBallot;
    return Array.isArray(read.answers) && read.signature?.proof ? read : undefined;
  } catch {
    return undefined;
  }
}
