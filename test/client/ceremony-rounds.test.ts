import { expect, test } from 'vitest';
import type { CeremonyView } from '../../src/client/teller/ceremony.ts';
import { answerRound, checkDone } from '../../src/client/teller/ceremony-rounds.ts';
import { createSeed } from '../../src/protocol/ceremony/trustee-keys.ts';
import { writeSingleTrustees, writeThresholdTrustees } from '../../src/protocol/ceremony/trustees.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { aCeremony } from '../support/build/ceremony.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { aDevice } from '../support/service/connections.ts';

const device = aDevice(repeatableRandom(92));
const agreed = { size: 3, threshold: 2 };
const { seeds, certs, commitments, sent, sentOutputs, parameters } = aCeremony(sodiumGroup, agreed, device.random);
const [seed = '', otherSeed = ''] = seeds;
/** What a server shows the first teller once the ceremony is over. */
const done: CeremonyView = {
  ...{ run: 1, size: 3, threshold: 2, round: 'done', me: 1, tellers: [], complaint: null },
  ...{ certificates: certs, commitments, polynomials: sent, myOutput: sentOutputs[0] ?? null },
  trustees: writeThresholdTrustees(parameters),
};
const answer = (shown: Partial<CeremonyView>, mine = seed) =>
  answerRound(device, { ...done, ...shown }, 1, mine, agreed);
const flaw = (reason: string, against: number | null = null) => ({ ok: false, flaw: { against, reason } });

test('nothing is revealed to a server that leaves certificates out', () => {
  for (const round of ['spoken-code', 'commitments', 'polynomials', 'outputs'] as const) {
    expect(answer({ round, certificates: null })).toMatchObject({ ok: false });
    expect(answer({ round }, otherSeed)).toEqual(flaw('own-certificate'));
  }
});

test('nothing is revealed before everybody has committed', () => {
  expect(answer({ round: 'polynomials' })).toMatchObject({ ok: true, message: { round: 'polynomials' } });
  expect(answer({ round: 'polynomials', commitments: null })).toEqual(flaw('commitments-count'));
  expect(answer({ round: 'polynomials', commitments: commitments.slice(0, 2) })).toEqual(flaw('commitments-count'));
});

test('no share is made of fewer polynomials than there are tellers, nor of ones that nobody committed to', () => {
  expect(answer({ round: 'outputs' })).toMatchObject({ ok: true, message: { round: 'outputs' } });
  expect(answer({ round: 'outputs', polynomials: null })).toEqual(flaw('polynomials-count'));
  expect(answer({ round: 'outputs', polynomials: sent.slice(0, 2) })).toEqual(flaw('polynomials-count'));
  expect(answer({ round: 'outputs', commitments: null })).toEqual(flaw('polynomials-count'));
});

test('no share is made of secrets that are for somebody else, and their sender is named', () => {
  const polynomial = JSON.parse(sent[1] ?? '') as { secrets: string[] };
  const swapped = JSON.stringify({ ...polynomial, secrets: polynomial.secrets.toReversed() });
  expect(answer({ round: 'outputs', polynomials: sent.with(1, swapped) })).toEqual(flaw('channel-decryption', 2));
});

test('nothing is sent in a round that has no message, or by somebody who is no teller', () => {
  expect(answer({ round: 'done' })).toEqual(flaw('ceremony-other-round'));
  expect(answer({ round: 'spoken-code', me: null })).toEqual(flaw('own-certificate'));
});

test('a key is only the one agreed on, with one’s own share in it', () => {
  const check = (shown: Partial<CeremonyView>, mine = seed, size = agreed) =>
    checkDone(sodiumGroup, { ...done, ...shown }, mine, size);
  expect(check({})).toBeUndefined();
  expect(check({ trustees: null })).toEqual({ against: null, reason: 'trustees-form' });
  expect(check({}, seed, { size: 3, threshold: 3 })).toEqual({ against: null, reason: 'threshold' });
  expect(check({}, seed, { size: 4, threshold: 2 })).toEqual({ against: null, reason: 'threshold' });
  expect(check({}, createSeed(device.random))).toEqual({ against: null, reason: 'not-a-trustee' });
  expect(check({ myOutput: sentOutputs[1] ?? null })).toEqual({ against: null, reason: 'sealed-key' });
  expect(check({ me: 2 })).toEqual({ against: null, reason: 'own-certificate' });
});

test('a single teller’s key comes from the seed as well, and a server cannot put another in its place', () => {
  const alone = { size: 1, threshold: 1 };
  const keyOf = (mine: string) => {
    const made = answerRound(device, { ...done, round: 'certificates' }, 1, mine, alone);
    if (!made.ok || made.message.round !== 'certificates') throw new Error('no key');
    return writeSingleTrustees(made.message.certificate);
  };
  const view: CeremonyView = { ...done, size: 1, threshold: 1, myOutput: null };
  const check = (trustees: string, size = alone) => checkDone(sodiumGroup, { ...view, trustees }, seed, size);
  expect(check(keyOf(seed))).toBeUndefined();
  expect(check(keyOf(otherSeed))).toEqual({ against: null, reason: 'not-a-trustee' });
  expect(check(keyOf(seed), agreed)).toEqual({ against: null, reason: 'threshold' });
});
