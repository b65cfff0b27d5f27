import { describe, expect, test } from 'vitest';
import { decideFinishTally, decideShare, missingTellers, outcomeOf } from '../../../src/domain/session/tally.ts';
import {
  announced,
  at,
  cast,
  closed,
  counting,
  must,
  openedWith,
  phone,
  refusalOf,
  sheet,
  tallied,
  unused,
  withShares,
} from '../../support/build/sessions.ts';

/** Three ballots by phone, two subjects. */
function box(tellers = 3, threshold = 2) {
  const opened = openedWith({ subjects: 2, voters: 4, tellers, threshold }, { sheets: 1, phonesOf: [1, 2, 3] });
  const voted = [1, 2, 3].reduce((state, number) => cast(state, phone(number)), opened);
  return closed(announced(unused(counting(voted), sheet(1))));
}

describe('shares', () => {
  test('nothing is opened before the box is closed', () => {
    const { session } = openedWith({}, { sheets: 1 });
    expect(refusalOf(decideShare(session, 1, 0, 'proof'))).toBe('not-closed');
    expect(refusalOf(decideFinishTally(session, [], [[0, 0, 0]], at(0)))).toBe('not-closed');
  });

  test('a teller who types another number than the announced one opens nothing', () => {
    const { session } = box();
    expect(refusalOf(decideShare(session, 1, 2, 'proof'))).toBe('announced-number-differs');
    expect(refusalOf(decideShare(session, 1, 4, 'proof'))).toBe('announced-number-differs');
    expect(decideShare(session, 1, 3, 'proof').ok).toBe(true);
  });

  test('a teller sends one share', () => {
    const { session } = withShares(box(), 1);
    expect(refusalOf(decideShare(session, 1, 3, 'another proof'))).toBe('share-already-sent');
  });

  test('shares and proofs stand in the order of the record', () => {
    const { session } = withShares(box(), 3, 1);
    expect(session.tally).toMatchObject({ sharesOf: [3, 1], proofs: ['proof 3', 'proof 1'] });
    expect(missingTellers(session)).toEqual([2]);
  });
});

describe('opening the totals', () => {
  const result = [
    [2, 1, 0],
    [0, 0, 3],
  ];

  test('fewer than t tellers open nothing, whoever is named missing', () => {
    const { session } = withShares(box(5, 3), 1, 2);
    for (const named of [[], [3, 4, 5], [4, 5]]) {
      expect(refusalOf(decideFinishTally(session, named, result, at(0)))).toBe('not-enough-shares');
    }
  });

  test('the chair goes on without a teller only by naming exactly who is missing', () => {
    const { session } = withShares(box(5, 3), 1, 2, 4);
    for (const named of [[], [3], [3, 5, 1], [3, 3], [1, 2]]) {
      expect(refusalOf(decideFinishTally(session, named, result, at(0)))).toBe('missing-tellers-differ');
    }
    const opened = must(decideFinishTally(session, [5, 3], result, at(0)));
    expect(opened).toMatchObject({ state: 'tallied', tally: { missing: [5, 3], result } });
  });

  test('with all shares nobody needs naming, and nobody may be', () => {
    const { session } = withShares(box(), 1, 2, 3);
    expect(refusalOf(decideFinishTally(session, [3], result, at(0)))).toBe('missing-tellers-differ');
    expect(decideFinishTally(session, [], result, at(0)).ok).toBe(true);
  });

  test('a second tally is refused', () => {
    const { session } = tallied(box(), result);
    expect(refusalOf(decideFinishTally(session, [], result, at(0)))).toBe('not-closed');
    expect(refusalOf(decideShare(session, 1, 3, 'proof'))).toBe('not-closed');
  });

  test('per subject collected = valid + invalid, and percentages are of the form’s base', () => {
    const before = box();
    expect(outcomeOf(before.session)).toBeUndefined();
    const outcome = outcomeOf(
      tallied(before, [
        [1, 1, 0],
        [0, 0, 3],
      ]).session,
    );
    expect(outcome?.base).toEqual({ kind: 'collected', value: 3 });
    expect(outcome?.subjects.map(({ collected, valid, invalid, tier }) => [collected, valid, invalid, tier])).toEqual([
      [3, 2, 1, 0],
      [3, 3, 0, 2],
    ]);
  });
});
