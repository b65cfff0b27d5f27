import type { Group, Point } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { mod, randomScalar } from '../arithmetic/scalar.ts';
import type { DecryptionKey } from '../ceremony/decryption-key.ts';
import type { TrusteeKey } from '../ceremony/trustee-key.ts';
import type { Election } from '../record/election.ts';
import type { PartialDecryption } from '../tally/partial-decryption.ts';
import type { EncryptedTally } from '../tally/tally.ts';
import type { Proof } from './schnorr.ts';
import { supplementChallenge, supplementStatement, supplementWeight } from './supplement-hash.ts';

/**
 * Proves that one secret x opened all cells of a partial decryption (PROTOCOL §9.2). Belenios' own proof leaves out α
 * and the factor, so that a teller together with the last voter could shift a count; this one does not.
 * @param decryption the exact text that createPartialDecryption gave
 */
export function createSupplementaryProof(
  group: Group,
  election: Election,
  { owner, secret }: DecryptionKey,
  tally: EncryptedTally,
  decryption: string,
  random: RandomBytes,
): Proof {
  const statement = supplementStatement(election.fingerprint, tally.text, decryption, owner.key.text);
  const alpha = weightedProduct(group, statement, alphasOf(tally));
  const factor = group.secretPower(alpha, secret);
  const nonce = randomScalar(random);
  const points = [alpha, factor, group.generatorPower(nonce), group.power(alpha, nonce)];
  const challenge = challengeOf(group, statement, points);
  return { challenge, response: mod(nonce - secret * challenge) };
}

/**
 * Checks it against a partial decryption that already passed checkPartialDecryption (so that all factors are valid).
 * @param data the exact bytes of the partial decryption
 */
export function checkSupplementaryProof(
  group: Group,
  election: Election,
  key: TrusteeKey,
  tally: EncryptedTally,
  data: string | Uint8Array,
  decryption: PartialDecryption,
  { challenge, response }: Proof,
): boolean {
  const statement = supplementStatement(election.fingerprint, tally.text, data, key.text);
  const alpha = weightedProduct(group, statement, alphasOf(tally));
  const factor = weightedProduct(group, statement, decryption.factors);
  const commitmentA = group.product(group.generatorPower(response), group.power(key.publicKey, challenge));
  const commitmentB = group.product(group.power(alpha, response), group.power(factor, challenge));
  return challengeOf(group, statement, [alpha, factor, commitmentA, commitmentB]) === challenge;
}

function alphasOf(tally: EncryptedTally): Point[][] {
  return tally.cells.map((row) => row.map(({ alpha }) => alpha));
}

function weightedProduct(group: Group, statement: string, cells: readonly (readonly Point[])[]): Point {
  let product = group.neutral;
  for (const [subject, row] of cells.entries()) {
    for (const [level, cell] of row.entries()) {
      product = group.product(product, group.power(cell, supplementWeight(statement, subject, level)));
    }
  }
  return product;
}

function challengeOf(group: Group, statement: string, points: readonly Point[]): bigint {
  const [alpha = '', factor = '', a = '', b = ''] = group.encodeAll(points);
  return supplementChallenge(statement, alpha, factor, a, b);
}
