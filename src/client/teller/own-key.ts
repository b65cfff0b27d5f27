import type { Group } from '../../protocol/arithmetic/group.ts';
import type { RandomBytes } from '../../protocol/arithmetic/random.ts';
import {
  type DecryptionKey,
  type DecryptionKeyRefusal,
  findSingleKey,
  openDecryptionKey,
} from '../../protocol/ceremony/decryption-key.ts';
import { createTrusteeKey, writeTrusteeKey } from '../../protocol/ceremony/trustee-key.ts';
import { trusteeKeys } from '../../protocol/ceremony/trustee-keys.ts';
import type { Trustees } from '../../protocol/ceremony/trustees.ts';
import { parseCanonical, readFields, readText, writeCanonical } from '../../protocol/encoding/json.ts';
import type { Outcome } from '../../protocol/outcome.ts';

/**
 * The key of a single teller (demonstrations only), made from the seed as everything else is, so that the key card is
 * the same as for a threshold.
 */
export function createSingleTellerKey(group: Group, seed: string, random: RandomBytes): string {
  return writeCanonical(writeTrusteeKey(createTrusteeKey(group, trusteeKeys(group, seed).decryptionKey, random)));
}

/**
 * Finds my place and my key among an election's trustees (K11).
 * @param output my own message of the ceremony's last round, which the server kept; null for a single teller
 */
export function findOwnKey(
  group: Group,
  trustees: Trustees,
  seed: string,
  output: string | null,
): Outcome<DecryptionKey, DecryptionKeyRefusal> {
  if (trustees.items.every(({ kind }) => kind === 'Single')) {
    return findSingleKey(group, trustees, trusteeKeys(group, seed).decryptionKey);
  }
  const sealedKey = readText(readFields(parseCanonical(output ?? ''), ['private_key', 'public_key'])?.private_key);
  return openDecryptionKey(group, trustees, seed, sealedKey ?? '');
}
