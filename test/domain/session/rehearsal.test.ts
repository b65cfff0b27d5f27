import { expect, test } from 'vitest';
import {
  checkFinishRehearsal,
  decideCastRehearsal,
  decideCloseRehearsal,
  decidePassRehearsal,
  decideRehearsalShare,
  decideStartRehearsal,
  unprovenTellers,
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

test('shares of a rehearsal come in once it is closed, each teller’s once', () => {
  const voted = must(decideCastRehearsal(must(decideStartRehearsal(withKeys(issued()).session, rehearsalId))));
  expect(refusalOf(decideRehearsalShare(voted, 1, 'proof 1'))).toBe('rehearsal-not-closed');
  const closed = must(decideCloseRehearsal(voted, aTally(1)));
  const first = must(decideRehearsalShare(closed, 2, 'proof 2'));
  expect(first).toEqual(aTally(1, { sharesOf: [2], proofs: ['proof 2'] }));
  const sent = { ...closed, rehearsal: closed.rehearsal && { ...closed.rehearsal, tally: first } };
  expect(refusalOf(decideRehearsalShare(sent, 2, 'proof 2'))).toBe('share-already-sent');
  expect(must(decideRehearsalShare(sent, 1, 'proof 1')).sharesOf).toEqual([2, 1]);
  const untold = { ...closed, rehearsal: closed.rehearsal && { ...closed.rehearsal, tally: null } };
  expect(refusalOf(decideRehearsalShare(untold, 1, 'proof 1'))).toBe('rehearsal-not-closed');
});

test('no act of a rehearsal is done after the session has gone on', () => {
  const session = must(decideStartRehearsal(withKeys(issued()).session, rehearsalId));
  const voted = must(decideCastRehearsal(session));
  const closed = must(decideCloseRehearsal(voted, aTally(1)));
  const late = <One extends object>(one: One) => ({ ...one, state: 'open' as const });
  expect(refusalOf(decideCastRehearsal(late(voted)))).toBe('rehearsal-not-running');
  expect(refusalOf(decideCloseRehearsal(late(voted), aTally(1)))).toBe('rehearsal-not-running');
  expect(refusalOf(decidePassRehearsal(late(closed), aTally(1)))).toBe('rehearsal-not-closed');
  expect(refusalOf(decideRehearsalShare(late(closed), 1, 'proof'))).toBe('rehearsal-not-closed');
});

test('it is finished without everybody only with enough shares, and when exactly those who are missing are named', () => {
  const voted = must(decideCastRehearsal(must(decideStartRehearsal(withKeys(issued()).session, rehearsalId))));
  expect(refusalOf(checkFinishRehearsal(voted, []))).toBe('rehearsal-not-closed');
  const closed = must(decideCloseRehearsal(voted, aTally(1)));
  expect(unprovenTellers(closed)).toEqual([1, 2, 3]);
  expect(refusalOf(checkFinishRehearsal(closed, [1, 2, 3]))).toBe('not-enough-shares');
  const withShares = (sharesOf: readonly number[]) => ({
    ...closed,
    rehearsal: closed.rehearsal && { ...closed.rehearsal, tally: aTally(1, { sharesOf: [...sharesOf] }) },
  });
  const two = withShares([3, 1]);
  expect(unprovenTellers(two)).toEqual([2]);
  for (const named of [[], [1], [2, 3], [1, 2]]) {
    expect(refusalOf(checkFinishRehearsal(two, named))).toBe('missing-tellers-differ');
  }
  expect(must(checkFinishRehearsal(two, [2])).missing).toEqual([2]);
  expect(must(checkFinishRehearsal(withShares([1, 2, 3]), [])).missing).toEqual([]);
  expect(refusalOf(checkFinishRehearsal({ ...two, state: 'open' }, [2]))).toBe('rehearsal-not-closed');
  const untold = { ...closed, rehearsal: closed.rehearsal && { ...closed.rehearsal, tally: null } };
  expect(refusalOf(checkFinishRehearsal(untold, []))).toBe('rehearsal-not-closed');
  expect(unprovenTellers(issued().session)).toEqual([1, 2, 3]);
});
