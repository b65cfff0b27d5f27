import type { Group, Point } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { decodeScalar, encodeScalar, mod, randomScalar } from '../arithmetic/scalar.ts';
import { hashToScalar } from '../encoding/hash.ts';
import { type JsonValue, readFields } from '../encoding/json.ts';

/** A challenge and the response to it, both reduced modulo q: the form of every proof of the protocol. */
export interface Proof {
  readonly challenge: bigint;
  readonly response: bigint;
}

/**
 * Proves knowledge of `secret` without showing it (PROTOCOL §2).
 * @param prefix says what the proof is for and what it binds; made by a function of `hash.ts`
 * @param random one scalar is drawn; a repeated or predictable one gives the secret away
 */
export function createSchnorr(group: Group, prefix: string, secret: bigint, random: RandomBytes): Proof {
  const nonce = randomScalar(random);
  return answerSchnorr(prefix, group.encode(group.generatorPower(nonce)), secret, nonce);
}

/** The finished proof, once the commitment g^nonce has its text form. */
export function answerSchnorr(prefix: string, commitment: string, secret: bigint, nonce: bigint): Proof {
  const challenge = hashToScalar(prefix + commitment);
  return { challenge, response: mod(nonce - secret * challenge) };
}

/** Whether whoever made the proof knew the exponent of `publicPoint` (PROTOCOL §2). */
export function checkSchnorr(group: Group, prefix: string, publicPoint: Point, proof: Proof): boolean {
  return isSchnorrChallenge(prefix, group.encode(rebuildSchnorrCommitment(group, publicPoint, proof)), proof);
}

/** The commitment, rebuilt with a product since the response is w minus x·c. */
export function rebuildSchnorrCommitment(group: Group, publicPoint: Point, { challenge, response }: Proof): Point {
  return group.product(group.generatorPower(response), group.power(publicPoint, challenge));
}

/** Whether the challenge is the hash of the rebuilt commitment. */
export function isSchnorrChallenge(prefix: string, commitment: string, { challenge }: Proof): boolean {
  return hashToScalar(prefix + commitment) === challenge;
}

/** The proof with both numbers multiplied: what is rebuilt from it is then raised to the factor. */
export function scaleProof({ challenge, response }: Proof, factor: bigint): Proof {
  return { challenge: mod(challenge * factor), response: mod(response * factor) };
}

/** The proof as it stands in records. */
export function writeProof(proof: Proof): JsonValue {
  return { challenge: encodeScalar(proof.challenge), response: encodeScalar(proof.response) };
}

/** Reads a proof of exactly the two fields with canonical scalars; undefined when refused. */
export function readProof(value: unknown): Proof | undefined {
  const fields = readFields(value, ['challenge', 'response']);
  const challenge = decodeScalar(fields?.challenge);
  const response = decodeScalar(fields?.response);
  return challenge === undefined || response === undefined ? undefined : { challenge, response };
}
