import type { Group, Point } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { messageSignaturePrefix } from '../encoding/hash.ts';
import { type JsonValue, readFields, readText } from '../encoding/json.ts';
import { checkSchnorr, createSchnorr, type Proof, readProof, writeProof } from '../proofs/schnorr.ts';

/** A message of the key ceremony with its signature (PROTOCOL §5.2). */
export interface SignedMessage {
  readonly message: string;
  readonly signature: Proof;
}

/** The signature of `message` alone. */
export function createSignature(group: Group, signingKey: bigint, message: string, random: RandomBytes): Proof {
  return createSchnorr(group, messageSignaturePrefix(message), signingKey, random);
}

/** Whether `signature` is the one of `message` by the holder of `verificationKey`. */
export function checkSignature(group: Group, verificationKey: Point, message: string, signature: Proof): boolean {
  return checkSchnorr(group, messageSignaturePrefix(message), verificationKey, signature);
}

export function createSignedMessage(
  group: Group,
  signingKey: bigint,
  message: string,
  random: RandomBytes,
): SignedMessage {
  return { message, signature: createSignature(group, signingKey, message, random) };
}

export function checkSignedMessage(group: Group, verificationKey: Point, signed: SignedMessage): boolean {
  return checkSignature(group, verificationKey, signed.message, signed.signature);
}

export function writeSignedMessage({ message, signature }: SignedMessage): JsonValue {
  return { message, signature: writeProof(signature) };
}

/** Reads the two fields; undefined when the form is another. */
export function readSignedMessage(value: unknown): SignedMessage | undefined {
  const fields = readFields(value, ['message', 'signature']);
  const message = readText(fields?.message);
  const signature = readProof(fields?.signature);
  return message === undefined || signature === undefined ? undefined : { message, signature };
}
