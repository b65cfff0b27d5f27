import { expect, test } from 'vitest';
import type { SessionWithPapers } from '../../../src/domain/session/papers.ts';
import { decidePhoneSeen, type ServedAt } from '../../../src/domain/session/phone-test.ts';
import { decidePhoneUse, missingConnection, type PhoneUseChoice } from '../../../src/domain/session/phone-use.ts';
import type { PhoneSeen, Session } from '../../../src/domain/session/session.ts';
import {
  aSession,
  at,
  issued,
  must,
  onSession,
  openedWith,
  servedHere,
  theChair,
  withPhones,
  withPrintRun,
  withSheets,
} from '../../support/build/sessions.ts';

const paper: PhoneSeen = { address: servedHere.papers, by: 'paper' };
const code: PhoneSeen = { address: servedHere.papers, by: 'test' };
const hall: ServedAt = { papers: 'http://192.168.1.9:3000', signIn: 'https://192.168.1.9:3443' };

const seen = (state: SessionWithPapers, ...by: readonly PhoneSeen[]) =>
  by.reduce((before, one) => onSession(before, (session) => decidePhoneSeen(session, one)), state);
const chosen = (state: SessionWithPapers, use: PhoneUseChoice) =>
  onSession(state, () => decidePhoneUse(state, use, { by: theChair, address: servedHere.papers }, at(0)));
const missing = ({ session }: SessionWithPapers, served: ServedAt = servedHere) =>
  missingConnection(session, served).map(({ code: lacking, about }) => [lacking, ...(about ? [about] : [])].join(' '));

test('where phones vote, the box waits until a phone has opened a paper; the console’s code is not enough', () => {
  const printed = withSheets(issued(), 3);
  expect(missing(issued())).toEqual([]);
  expect(missing(printed)).toEqual(['no-paper-seen-on-phone']);
  expect(missing(seen(printed, code))).toEqual(['no-paper-seen-on-phone']);
  expect(missing(seen(printed, code, paper))).toEqual([]);
  expect(missing(withPhones(issued(), 1))).toEqual(['no-paper-seen-on-phone']);
  expect(missing(seen(withPhones(issued(), 1), paper))).toEqual([]);
});

test('a paper opened at another address than the sheets’ proves nothing for the sheets', () => {
  const received = { address: hall.signIn, by: 'paper' } as const;
  const plain = { by: theChair, at: at(0).toISOString(), used: false };
  const made = (state: SessionWithPapers) =>
    onSession(state, (session) => ({ ok: true, value: { ...session, plainVoting: plain } }));
  const onPhones = made(withPhones(issued(), 1));
  expect(missing(seen(onPhones, received), hall)).toEqual([]);
  const both = made(withPrintRun(withPhones(issued(), 1), 2, 'print-run-1', hall.papers));
  expect(missing(seen(both, received), hall)).toEqual(['no-paper-seen-on-phone']);
  expect(missing(seen(both, { address: hall.papers, by: 'paper' }), hall)).toEqual([]);
});

test('sheets that lead where nothing answers any more are named, and what phones did there does not count', () => {
  const printed = seen(withSheets(issued(), 3), paper);
  const moved = { papers: 'https://elsewhere.example', signIn: 'https://elsewhere.example' };
  expect(missing(printed, moved)).toEqual(['printed-address-gone https://phieu.example', 'no-paper-seen-on-phone']);
  expect(missing(printed, { papers: 'https://elsewhere.example', signIn: servedHere.papers })).toEqual([]);
});

test.each<PhoneUseChoice>(['this-computer', 'none'])('papers for %s: nothing of this is asked', (use) => {
  expect(missing(chosen(withSheets(issued(), 3), use))).toEqual([]);
});

test('papers for this computer only are so where that was chosen: in a hall it is asked again', () => {
  const tried = onSession(withPrintRun(issued(), 1, 'print-run-1', 'http://localhost:3000'), (session) =>
    decidePhoneUse(
      { ...issued(), session },
      'this-computer',
      { by: theChair, address: 'http://localhost:3000' },
      at(0),
    ),
  );
  const servedAt = (address: string) => missing(tried, { papers: address, signIn: address });
  expect(servedAt('http://localhost:3000')).toEqual([]);
  expect(servedAt('http://127.0.0.1:4000')).toEqual([]);
  expect(servedAt('https://phieu.example')).toEqual([
    'printed-address-gone http://localhost:3000',
    'no-paper-seen-on-phone',
  ]);
});

test('sheets whose code is for the desk only lead nowhere, also when phones vote after all', () => {
  const desk = withSheets(chosen(issued(), 'none'), 3);
  expect(desk.session.printRuns[0]?.address).toBeNull();
  expect(missing(chosen(desk, 'phones'))).toEqual([]);
  expect(missing(withPrintRun(chosen(desk, 'phones'), 1, 'print-run-2'))).toEqual(['no-paper-seen-on-phone']);
});

test('sheets of a session from before addresses were noted lead where sheets do now', () => {
  const printed = onSession(withSheets(issued(), 3), (session) => {
    const printRuns = session.printRuns.map(({ address: _not, ...run }) => run);
    return { ok: true, value: { ...session, printRuns } };
  });
  expect(missing(printed)).toEqual(['no-paper-seen-on-phone']);
  expect(missing(seen(printed, paper))).toEqual([]);
});

test('what is kept is that a phone came, once: no time, no phone, no paper', () => {
  const first = must(decidePhoneSeen(aSession(), code));
  expect(first.phonesSeen).toEqual([{ address: 'https://phieu.example', by: 'test' }]);
  expect(must(decidePhoneSeen(first, code))).toBe(first);
  const { session } = seen(withSheets(issued(), 3), paper, code, paper);
  expect(session.phonesSeen).toEqual([paper, code]);
});

test('no paper was opened where there is none, and nothing is noted once phones cannot vote any more', () => {
  for (const { session } of [{ session: aSession() }, issued()]) {
    expect(must(decidePhoneSeen(session, paper))).toBe(session);
  }
  const { session } = openedWith({}, { sheets: 1 });
  expect(must(decidePhoneSeen(session, code))).not.toBe(session);
  for (const state of ['counting', 'closed', 'tallied', 'published', 'cancelled'] as const) {
    const over: Session = { ...session, state };
    expect(must(decidePhoneSeen(over, code))).toBe(over);
  }
});
