import type { Group, Point } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { mod, randomScalar } from '../arithmetic/scalar.ts';
import type { DecryptionKey } from '../ceremony/decryption-key.ts';
import type { TrusteeKey } from '../ceremony/trustee-key.ts';
import { decryptionChallenge } from '../encoding/hash.ts';
import { parseCanonical, readFields, readList, readText, writeCanonical } from '../encoding/json.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Ciphertext } from '../proofs/range-proof.ts';
import { type Proof, readProof, writeProof } from '../proofs/schnorr.ts';
import type { Election } from '../record/election.ts';
import type { EncryptedTally } from './tally.ts';

/** A partial decryption that holds: α^x of every cell. */
export interface PartialDecryption {
  readonly factors: readonly (readonly Point[])[];
}

export type PartialDecryptionRefusal =
  | 'decryption-form'
  | 'decryption-shape'
  | 'decryption-factor'
  | 'decryption-neutral'
  | 'decryption-proof';

/**
 * A teller's share of opening the totals (PROTOCOL §8), as the text that goes into the record. Only for a tally that
 * the teller's own program recomputed from a verified record, and never for a second one.
 */
export function createPartialDecryption(
  group: Group,
  election: Election,
  key: DecryptionKey,
  tally: EncryptedTally,
  random: RandomBytes,
): string {
  const cells = tally.cells.map((row) =>
    row.map(({ alpha }) => {
      const factor = group.encode(group.secretPower(alpha, key.secret));
      return { factor, proof: writeProof(createDecryptionProof(group, election, key, alpha, random)) };
    }),
  );
  return writeCanonical({
    decryption_factors: cells.map((row) => row.map(({ factor }) => factor)),
    decryption_proofs: cells.map((row) => row.map(({ proof }) => proof)),
  });
}

function createDecryptionProof(
  group: Group,
  election: Election,
  { owner, secret }: DecryptionKey,
  alpha: Point,
  random: RandomBytes,
): Proof {
  const nonce = randomScalar(random);
  const [a = '', b = ''] = group.encodeAll([group.generatorPower(nonce), group.power(alpha, nonce)]);
  const challenge = decryptionChallenge(election.fingerprint, owner.key.text, a, b);
  return { challenge, response: mod(nonce - secret * challenge) };
}

/** Checks a partial decryption by the trustee with this key, cell by cell. Whose turn it is, is for the caller. */
export function checkPartialDecryption(
  group: Group,
  election: Election,
  key: TrusteeKey,
  tally: EncryptedTally,
  data: string | Uint8Array,
): Outcome<PartialDecryption, PartialDecryptionRefusal> {
  const fields = readFields(parseCanonical(data), ['decryption_factors', 'decryption_proofs']);
  const texts = readList(fields?.decryption_factors, (row) => readList(row, readText));
  const proofs = readList(fields?.decryption_proofs, (row) => readList(row, readProof));
  if (texts === undefined || proofs === undefined) return refused('decryption-form');
  if (![texts, proofs].every((rows) => hasShapeOf(rows, tally))) return refused('decryption-shape');
  const factors: Point[][] = [];
  for (const [subject, row] of tally.cells.entries()) {
    factors.push([]);
    for (const [level, cell] of row.entries()) {
      const where = `subject ${subject + 1}, level ${level + 1}`;
      const factor = group.decode(texts[subject]?.[level] ?? '', { allowNeutral: true });
      const proof = proofs[subject]?.[level];
      if (factor === undefined || proof === undefined) return refused('decryption-factor', where);
      // PROTOCOL §8: with α = 1 a false factor could be proven, and the totals would never open.
      if (group.isNeutral(factor) !== group.isNeutral(cell.alpha)) return refused('decryption-neutral', where);
      if (!checkDecryptionProof(group, election, key, cell, factor, proof)) return refused('decryption-proof', where);
      factors[subject]?.push(factor);
    }
  }
  return accepted({ factors });
}

function hasShapeOf(rows: readonly (readonly unknown[])[], { cells }: EncryptedTally): boolean {
  return rows.length === cells.length && rows.every((row, subject) => row.length === cells[subject]?.length);
}

function checkDecryptionProof(
  group: Group,
  election: Election,
  key: TrusteeKey,
  { alpha }: Ciphertext,
  factor: Point,
  { challenge, response }: Proof,
): boolean {
  const commitmentA = group.product(group.generatorPower(response), group.power(key.publicKey, challenge));
  const commitmentB = group.product(group.power(alpha, response), group.power(factor, challenge));
  const [a = '', b = ''] = group.encodeAll([commitmentA, commitmentB]);
  return decryptionChallenge(election.fingerprint, key.text, a, b) === challenge;
}
