import type { Group, Point } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { keyKnowledgePrefix } from '../encoding/hash.ts';
import { type JsonValue, readFields, readText } from '../encoding/json.ts';
import { checkSchnorr, createSchnorr, type Proof, readProof, writeProof } from '../proofs/schnorr.ts';

/** A trustee's share of the election key, in public: X = g^x with a proof that x is known (PROTOCOL §5.1). */
export interface TrusteeKey {
  readonly publicKey: Point;
  /** X in text form. */
  readonly text: string;
  readonly proof: Proof;
  /** By the trustee's signing key; threshold trustees only. */
  readonly signature?: Proof;
  /** For display; nothing proves it. */
  readonly name?: string;
}

/** X and the proof for a secret x. */
export function createTrusteeKey(group: Group, secret: bigint, random: RandomBytes): TrusteeKey {
  const publicKey = group.secretPower(group.generator, secret);
  const text = group.encode(publicKey);
  return { publicKey, text, proof: createSchnorr(group, keyKnowledgePrefix(text), secret, random) };
}

/** Whether its owner knows x: stops keys computed from the others' keys. */
export function isKeyProven(group: Group, key: TrusteeKey): boolean {
  return checkSchnorr(group, keyKnowledgePrefix(key.text), key.publicKey, key.proof);
}

/** Reads a key with a valid point; undefined for any other form. */
export function readTrusteeKey(group: Group, value: unknown, kind: 'single' | 'signed'): TrusteeKey | undefined {
  const signed = kind === 'signed';
  const fields = signed
    ? readFields(value, ['pok', 'public_key', 'signature'], ['name'])
    : readFields(value, ['pok', 'public_key'], ['name']);
  const all: { readonly [name: string]: unknown } = fields ?? {};
  const proof = readProof(all.pok);
  const text = readText(all.public_key);
  const publicKey = group.decode(text ?? '');
  const signature = readProof(all.signature);
  if (proof === undefined || text === undefined || publicKey === undefined) return undefined;
  if (signed && signature === undefined) return undefined;
  const { name } = all;
  if (name !== undefined && typeof name !== 'string') return undefined;
  return { publicKey, text, proof, ...(signature && { signature }), ...(name === undefined ? {} : { name }) };
}

export function writeTrusteeKey({ proof, text, signature, name }: TrusteeKey): JsonValue {
  return {
    pok: writeProof(proof),
    public_key: text,
    ...(signature && { signature: writeProof(signature) }),
    ...(name === undefined ? {} : { name }),
  };
}
