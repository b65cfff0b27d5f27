import type { Group } from '../arithmetic/group.ts';
import { decodeScalar } from '../arithmetic/scalar.ts';
import { parseCanonical, readFields } from '../encoding/json.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { findOwnIndex } from './certificate.ts';
import { openChannelMessage } from './channel.ts';
import { trusteeKeys } from './trustee-keys.ts';
import type { Owner, Trustees } from './trustees.ts';

/** A trustee's place in an election together with its secret share x. */
export interface DecryptionKey {
  readonly owner: Owner;
  readonly secret: bigint;
}

export type DecryptionKeyRefusal = 'not-a-trustee' | 'sealed-key' | 'another-key';

/**
 * K11 and more, for a threshold trustee before it confirms an election and before it decrypts: my certificate is in the
 * election's trustees, the key that the server kept for me opens, and it is the key behind my X there.
 * @param sealedKey `private_key` of my output of step 5
 */
export function openDecryptionKey(
  group: Group,
  trustees: Trustees,
  seed: string,
  sealedKey: string,
): Outcome<DecryptionKey, DecryptionKeyRefusal> {
  const keys = trusteeKeys(group, seed);
  for (const [number, item] of trustees.items.entries()) {
    if (item.kind !== 'Pedersen') continue;
    const position = findOwnIndex(group, item.parameters.certificates, seed);
    const owner = trustees.owners.find((candidate) => candidate.item === number && candidate.position === position);
    if (owner === undefined) continue;
    const opened = openChannelMessage(group, keys, keys.verificationKey, sealedKey);
    const fields = opened.ok ? readFields(parseCanonical(opened.value), ['decryption_key']) : undefined;
    const secret = decodeScalar(fields?.decryption_key);
    // Zero decrypts nothing: it can only come from somebody who tampered with the ceremony.
    if (secret === undefined || secret === 0n) return refused('sealed-key');
    return matchKey(group, owner, secret);
  }
  return refused('not-a-trustee');
}

/** The same for a single trustee, who keeps the secret itself. */
export function findSingleKey(
  group: Group,
  trustees: Trustees,
  secret: bigint,
): Outcome<DecryptionKey, DecryptionKeyRefusal> {
  const text = group.encode(group.secretPower(group.generator, secret));
  const owner = trustees.owners.find(({ item, key }) => trustees.items[item]?.kind === 'Single' && key.text === text);
  return owner === undefined ? refused('not-a-trustee') : accepted({ owner, secret });
}

function matchKey(group: Group, owner: Owner, secret: bigint): Outcome<DecryptionKey, DecryptionKeyRefusal> {
  const text = group.encode(group.secretPower(group.generator, secret));
  return text === owner.key.text ? accepted({ owner, secret }) : refused('another-key');
}
