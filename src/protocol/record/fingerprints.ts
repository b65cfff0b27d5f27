import type { Owner, Trustees } from '../ceremony/trustees.ts';
import { sha256Base64 } from '../encoding/hash.ts';
import type { EncryptedTally } from '../tally/tally.ts';
import type { Fingerprints, TrusteeFingerprint } from '../verify/verify-report.ts';
import type { Election } from './election.ts';

/** B64 of a trustee's public key as a JSON string, quotes included (PROTOCOL §12). */
export function trusteeKeyFingerprint(publicKey: string): string {
  return sha256Base64(`"${publicKey}"`);
}

/** All fingerprints of PROTOCOL §12 that a record has so far. `credentials`: the exact bytes of the list. */
export function recordFingerprints(
  election: Election,
  trustees: Trustees,
  credentials: Uint8Array,
  trackers: readonly string[],
  tally: EncryptedTally | undefined,
): Fingerprints {
  return {
    election: election.fingerprint,
    credentials: sha256Base64(credentials),
    trustees: trustees.owners.map((owner) => trusteeFingerprint(trustees, owner)),
    trackers,
    ...(tally && { encryptedTally: sha256Base64(tally.text) }),
  };
}

function trusteeFingerprint(trustees: Trustees, { owner, item: number, position, key }: Owner): TrusteeFingerprint {
  const item = trustees.items[number];
  const certificate = item?.kind === 'Pedersen' ? item.parameters.certificates.certificates[position - 1] : undefined;
  return {
    owner,
    key: trusteeKeyFingerprint(key.text),
    ...(certificate && { certificate: sha256Base64(certificate.signed.message) }),
  };
}
