import type { Group, Point } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import type { DecryptionKey } from '../ceremony/decryption-key.ts';
import { cardReadingPrefix } from '../encoding/hash.ts';
import { checkSchnorr, createSchnorr, type Proof } from './schnorr.ts';

/**
 * Proves that a teller's key card could still be read: knowledge of the secret behind the teller's X, for this election
 * and for nothing else. It opens nothing, stands in no record, and serves in no other election.
 * @param fingerprint φ of the open election
 */
export function createCardProof(
  group: Group,
  fingerprint: string,
  { owner, secret }: DecryptionKey,
  random: RandomBytes,
): Proof {
  return createSchnorr(group, cardReadingPrefix(fingerprint, owner.key.text), secret, random);
}

export function checkCardProof(
  group: Group,
  fingerprint: string,
  key: { readonly text: string; readonly publicKey: Point },
  proof: Proof,
): boolean {
  return checkSchnorr(group, cardReadingPrefix(fingerprint, key.text), key.publicKey, proof);
}
