import { hashToScalar, sha256Hex } from '../encoding/hash.ts';

// Hashes of the supplementary proof (PROTOCOL §9.2): ours, not part of Belenios.

/** T: binds the proof to election, tally, the exact partial decryption and its maker's public key. */
export function supplementStatement(
  fingerprint: string,
  tally: string,
  decryption: string | Uint8Array,
  publicKey: string,
): string {
  return `supp-decrypt|${fingerprint}|${sha256Hex(tally)}|${sha256Hex(decryption)}|${publicKey}`;
}

/** e_ij: the weight of one cell, which the maker of a false factor cannot choose. Subject and level from 0. */
export function supplementWeight(statement: string, subject: number, level: number): bigint {
  return hashToScalar(`supp-weight|${statement}|${subject},${level}`);
}

/** c: covers ciphertexts and factors too, which the challenge of Belenios does not. */
export function supplementChallenge(
  statement: string,
  alpha: string,
  factor: string,
  commitmentA: string,
  commitmentB: string,
): bigint {
  return hashToScalar(`supp-proof|${statement}|${alpha},${factor}|${commitmentA},${commitmentB}`);
}
