import { expect, test } from 'vitest';
import { decideAllowPlainVoting, withPlainBallot } from '../../../src/domain/session/plain-voting.ts';
import { aSession, at, issued, must, openedWith, refusalOf, theChair } from '../../support/build/sessions.ts';

test('before opening the chair lets phones vote over plain http, and takes it back', () => {
  for (const session of [aSession(), issued().session]) {
    const allowed = must(decideAllowPlainVoting(session, true, theChair, at(5)));
    expect(allowed.plainVoting).toEqual({ by: theChair, at: at(5).toISOString(), used: false });
    expect(must(decideAllowPlainVoting(allowed, false, theChair, at(6))).plainVoting).toBeNull();
  }
});

test('while the box is open it can still be allowed, but not taken back, and what came so stays known', () => {
  const { session } = openedWith({}, { sheets: 1 });
  expect(refusalOf(decideAllowPlainVoting(session, false, theChair, at(5)))).toBe('not-before-opening');
  const used = withPlainBallot(must(decideAllowPlainVoting(session, true, theChair, at(5))));
  expect(must(decideAllowPlainVoting(used, true, theChair, at(6))).plainVoting).toMatchObject({ used: true });
  expect(refusalOf(decideAllowPlainVoting(used, false, theChair, at(6)))).toBe('not-before-opening');
  for (const allowed of [true, false]) {
    const counting = { ...session, state: 'counting' } as const;
    expect(refusalOf(decideAllowPlainVoting(counting, allowed, theChair, at(7)))).toBe('not-before-opening');
  }
});

test('that a ballot came so is remembered once, without a number', () => {
  const session = must(decideAllowPlainVoting(aSession(), true, theChair, at(5)));
  const used = withPlainBallot(session);
  expect(used.plainVoting).toEqual({ by: theChair, at: at(5).toISOString(), used: true });
  expect(withPlainBallot(used)).toBe(used);
  const over = aSession();
  expect(withPlainBallot(over)).toBe(over);
});
