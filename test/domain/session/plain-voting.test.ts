import { expect, test } from 'vitest';
import { decideAllowPlainVoting, withPlainBallot } from '../../../src/domain/session/plain-voting.ts';
import { aSession, at, issued, must, openedWith, refusalOf, theChair } from '../../support/build/sessions.ts';

test('before opening the chair lets phones vote over plain http, and takes it back', () => {
  for (const session of [aSession(), issued().session]) {
    const allowed = must(decideAllowPlainVoting(session, true, theChair, at(5)));
    expect(allowed.plainVoting).toEqual({ by: theChair, at: at(5).toISOString(), used: false });
    expect(must(decideAllowPlainVoting(allowed, false, theChair, at(6))).plainVoting).toBeNull();
  }
  const { session } = openedWith({}, { sheets: 1 });
  for (const allowed of [true, false]) {
    expect(refusalOf(decideAllowPlainVoting(session, allowed, theChair, at(5)))).toBe('not-before-opening');
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
