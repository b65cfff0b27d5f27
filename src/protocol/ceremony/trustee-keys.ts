import type { Group, Point } from '../arithmetic/group.ts';
import { base58Text, type RandomBytes } from '../arithmetic/random.ts';
import { decryptionKeyFromSeed, signingKeyFromSeed } from '../encoding/hash.ts';

/** What a trustee derives from the seed (PROTOCOL §5.2): keys for signing and for receiving messages. */
export interface TrusteeKeys {
  readonly signingKey: bigint;
  readonly decryptionKey: bigint;
  readonly verificationKey: Point;
  readonly encryptionKey: Point;
  /** The public keys in text form. */
  readonly verification: string;
  readonly encryption: string;
}

/** A new seed: 22 characters, the only thing a trustee keeps. */
export function createSeed(random: RandomBytes): string {
  return base58Text(22, random);
}

/** Whether a text can be a seed at all, for example one typed from a key card. */
export function isSeed(text: string): boolean {
  return /^[1-9A-HJ-NP-Za-km-z]{22}$/.test(text);
}

/** All keys of the trustee who holds this seed. */
export function trusteeKeys(group: Group, seed: string): TrusteeKeys {
  const signingKey = signingKeyFromSeed(seed);
  const decryptionKey = decryptionKeyFromSeed(seed);
  const verificationKey = group.secretPower(group.generator, signingKey);
  const encryptionKey = group.secretPower(group.generator, decryptionKey);
  return {
    signingKey,
    decryptionKey,
    verificationKey,
    encryptionKey,
    verification: group.encode(verificationKey),
    encryption: group.encode(encryptionKey),
  };
}
