import { expect, test } from 'vitest';
import { nobleGroup as group } from '../../../src/protocol/arithmetic/noble-group.ts';
import { createTrusteeKey } from '../../../src/protocol/ceremony/trustee-key.ts';
import { checkPartialDecryption, createPartialDecryption } from '../../../src/protocol/tally/partial-decryption.ts';
import { encryptedTally } from '../../../src/protocol/tally/tally.ts';
import { anElection, tellerKey } from '../../support/build/elections.ts';
import { repeatableRandom } from '../../support/build/recorded-random.ts';

const random = repeatableRandom(5);
const election = anElection(group, [2, 1]);
const key = createTrusteeKey(group, tellerKey, random);
const cell = (exponent: bigint) => ({ alpha: group.generatorPower(exponent), beta: group.generatorPower(9n) });
const cells = [[cell(2n), cell(3n)], [cell(5n)]];
const tally = encryptedTally(group, cells);
const owner = { owner: 1, item: 0, position: 1, key };
const data = createPartialDecryption(group, election, { owner, secret: tellerKey }, tally, random);
const parts = JSON.parse(data) as {
  decryption_factors: [string[], string[]];
  decryption_proofs: [unknown[], unknown[]];
};
const [factors, otherFactors] = parts.decryption_factors;
const [proofs, otherProofs] = parts.decryption_proofs;
const check = (changed: unknown) =>
  checkPartialDecryption(group, election, key, tally, typeof changed === 'string' ? changed : JSON.stringify(changed));

test('a partial decryption holds for its key and its tally', () => {
  expect(check(data)).toMatchObject({ ok: true });
  expect(
    checkPartialDecryption(group, election, key, { ...tally, cells: cells.with(0, [cell(4n), cell(3n)]) }, data),
  ).toMatchObject({
    ...{ refusal: 'decryption-proof', where: 'subject 1, level 1' },
  });
});

test.each<[string, unknown, string]>([
  ['no text of the profile', 'x', 'decryption-form'],
  ['without factors', { ...parts, decryption_factors: 1 }, 'decryption-form'],
  ['with a proof that is none', { ...parts, decryption_proofs: [[1, 2]] }, 'decryption-form'],
  ['of a subject more', { ...parts, decryption_factors: [factors, otherFactors, factors] }, 'decryption-shape'],
  ['of a subject less', { ...parts, decryption_proofs: [proofs] }, 'decryption-shape'],
  ['of a level less', { ...parts, decryption_proofs: [proofs.slice(1), otherProofs] }, 'decryption-shape'],
  [
    'with a factor that is no point',
    { ...parts, decryption_factors: [['f'.repeat(64), factors[1]], otherFactors] },
    'decryption-factor',
  ],
  [
    'with a factor that is neutral',
    { ...parts, decryption_factors: [[group.encode(group.neutral), factors[1]], otherFactors] },
    'decryption-neutral',
  ],
  [
    'with the proofs of others',
    { ...parts, decryption_proofs: [[...proofs].reverse(), otherProofs] },
    'decryption-proof',
  ],
])('one %s is refused', (_, changed, refusal) => {
  expect(check(changed)).toMatchObject({ refusal });
});
