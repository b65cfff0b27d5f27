import { expect, test } from 'vitest';
import type { Reach } from '../../../src/domain/address.ts';
import { decideArrival } from '../../../src/domain/session/casting.ts';
import type { Paper } from '../../../src/domain/session/paper.ts';
import { decideRegisterPhonePaper } from '../../../src/domain/session/papers.ts';
import {
  connectionProblem,
  decidePhoneUse,
  missingConnection,
  type PhoneUseChoice,
  phonesVote,
} from '../../../src/domain/session/phone-use.ts';
import { printRunId, type Session } from '../../../src/domain/session/session.ts';
import { aSession, bare, theChair } from '../../support/build/sessions.ts';

const here = 'http://localhost:3000';
const now = new Date('2026-12-01T01:00:00Z');
const issued: Session = { ...aSession(), state: 'issued' };
const chosen = (use: PhoneUseChoice, session = issued) =>
  decidePhoneUse(bare(session), use, { by: theChair, address: here }, now);
const allowed = { by: theChair, at: now.toISOString(), used: false };

test.each<[Reach, PhoneUseChoice, boolean, string | undefined]>([
  ['phones', 'phones', false, undefined],
  ['plain', 'phones', false, 'plain-address-undecided'],
  ['plain', 'phones', true, undefined],
  ['plain', 'none', false, undefined],
  ['plain', 'this-computer', false, undefined],
  ['this-computer', 'phones', false, 'address-for-this-computer'],
  ['this-computer', 'phones', true, 'address-for-this-computer'],
  ['this-computer', 'this-computer', false, undefined],
  ['this-computer', 'none', false, undefined],
])('an address for %s, papers for %s, plain voting %s: %s', (reach, use, plain, problem) => {
  const decided = chosen(use, { ...issued, plainVoting: plain ? allowed : null });
  if (!decided.ok) throw new Error(decided.refusal);
  expect(connectionProblem(decided.value, reach)).toBe(problem);
});

test('where every paper was received on a phone, the box opens without a decision on plain http', () => {
  const at = (address: string) => ({ papers: address, signIn: address });
  const missing = (address: string, ...states: readonly ('printed' | 'confirmed' | 'void')[]) => {
    const printRuns = states.map((status) => ({ id: printRunId.parse(status), size: 1, status, listVersion: 1 }));
    return missingConnection({ ...issued, printRuns }, at(address)).map(({ code }) => code);
  };
  expect(missing('http://192.168.1.10:3000')).toEqual([]);
  expect(missing('http://192.168.1.10:3000', 'void')).toEqual([]);
  for (const status of ['printed', 'confirmed'] as const) {
    expect(missing('http://192.168.1.10:3000', 'void', status)[0]).toBe('plain-address-undecided');
  }
  expect(missing('http://localhost:3000')).toEqual(['address-for-this-computer']);
});

test('the choice is recorded with who and when, can be taken back, and stands once the box is open', () => {
  const none = chosen('none');
  if (!none.ok) throw new Error(none.refusal);
  expect(none.value.phoneUse).toEqual({ use: 'none', address: here, by: theChair, at: now.toISOString() });
  expect(phonesVote(none.value)).toBe(false);
  expect(chosen('phones', none.value)).toEqual({ ok: true, value: issued });
  for (const state of ['open', 'counting', 'closed', 'cancelled'] as const) {
    expect(chosen('none', { ...issued, state })).toEqual({ ok: false, refusal: 'not-before-opening' });
  }
});

test('where somebody has received a paper on a phone, phones are not left out; where they are, nobody receives one', () => {
  const [voter] = issued.roll;
  if (voter === undefined) throw new Error('nobody on the roll');
  const offered = { ...issued, settings: { ...issued.settings, phonePapers: true } };
  const received = decideRegisterPhonePaper(bare(offered), voter.id, 'credential');
  if (!received.ok) throw new Error(received.refusal);
  expect(decidePhoneUse(received.value, 'none', { by: theChair, address: here }, now)).toEqual({
    ok: false,
    refusal: 'phone-papers-out',
  });
  expect(decidePhoneUse(received.value, 'this-computer', { by: theChair, address: here }, now).ok).toBe(true);
  const none = chosen('none', offered);
  if (!none.ok) throw new Error(none.refusal);
  expect(decideRegisterPhonePaper(bare(none.value), voter.id, 'credential')).toEqual({
    ok: false,
    refusal: 'phone-papers-not-offered',
  });
});

test('a phone that has an earlier sheet cannot vote where phones do not', () => {
  const none = chosen('none');
  if (!none.ok) throw new Error(none.refusal);
  const paper = {} as Paper;
  expect(decideArrival({ ...none.value, state: 'open' }, paper)).toEqual({ ok: false, refusal: 'phones-do-not-vote' });
  expect(decideArrival({ ...issued, state: 'open' }, paper).ok).toBe(true);
});
