import { expect, test } from 'vitest';
import {
  decideCastRehearsal,
  decideCloseRehearsal,
  decidePassRehearsal,
  decideStartRehearsal,
} from '../../../src/domain/session/rehearsal.ts';
import {
  aTally,
  issued,
  must,
  openedWith,
  refusalOf,
  rehearsalId,
  rehearsed,
  withKeys,
} from '../../support/build/sessions.ts';

test('nothing is rehearsed before the keys are made', () => {
  expect(refusalOf(decideStartRehearsal(issued().session, rehearsalId))).toBe('rehearsal-needs-keys');
  expect(refusalOf(decideStartRehearsal(withKeys(issued(), 4).session, rehearsalId))).toBe('rehearsal-needs-keys');
  expect(decideStartRehearsal(withKeys(issued()).session, rehearsalId).ok).toBe(true);
});

test('a rehearsal is cast, closed and opened in this order', () => {
  const session = must(decideStartRehearsal(withKeys(issued()).session, rehearsalId));
  expect(refusalOf(decideCloseRehearsal(session, aTally(0)))).toBe('rehearsal-without-ballots');
  expect(refusalOf(decidePassRehearsal(session, aTally(0)))).toBe('rehearsal-not-closed');
  const voted = must(decideCastRehearsal(must(decideCastRehearsal(session))));
  expect(voted.rehearsal?.ballots).toBe(2);
  const closed = must(decideCloseRehearsal(voted, aTally(2)));
  expect(refusalOf(decideCastRehearsal(closed))).toBe('rehearsal-not-running');
  expect(refusalOf(decideCloseRehearsal(closed, aTally(2)))).toBe('rehearsal-not-running');
  expect(must(decidePassRehearsal(closed, aTally(2))).rehearsal?.state).toBe('passed');
});

test('nothing is rehearsed once the box is open', () => {
  const { session } = openedWith({}, { sheets: 1 });
  expect(refusalOf(decideStartRehearsal(session, rehearsalId))).toBe('rehearsal-needs-keys');
  expect(refusalOf(decideCastRehearsal(session))).toBe('rehearsal-not-running');
});

test('without a rehearsal nothing is cast into it', () => {
  expect(refusalOf(decideCastRehearsal(withKeys(issued()).session))).toBe('rehearsal-not-running');
  expect(refusalOf(decideCastRehearsal(rehearsed(withKeys(issued())).session))).toBe('rehearsal-not-running');
});
