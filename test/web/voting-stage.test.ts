import { describe, expect, test } from 'vitest';
import type { BallotPage } from '../../src/client/sealing.ts';
import {
  atFirst,
  type Casting,
  inBox,
  isFinal,
  isOpen,
  stageOf,
  type VotingState,
} from '../../src/web/vote/voting-state.ts';

const page = (change: Partial<BallotPage>): VotingState => ({
  ...{ ...atFirst, reach: 'reached' },
  page: { state: 'open', halfTermReview: null, subjects: [], ...change } as unknown as BallotPage,
});
const casting = (state: VotingState, how: Casting): VotingState => ({ ...state, casting: how });
const at = (state: VotingState, hasCredential = true) => stageOf(state, hasCredential).at;

describe('what a voter sees follows from what was seen and how far the ballot has come', () => {
  test.each([
    ['loading', 'loading'],
    ['unreachable', 'unreachable'],
    ['unknown', 'wrong-paper'],
    ['plain-http', 'plain-http-refused'],
  ] as const)('before anything was seen: %s', (reach, stage) => {
    expect(at({ ...atFirst, reach })).toBe(stage);
  });

  test.each(['issued', 'open'] as const)('%s: marks, with the paper’s credential only', (state) => {
    expect(at(page({ state }))).toBe('marking');
    expect(at(page({ state }), false)).toBe('no-link');
    expect(at({ ...page({ state }), reach: 'unreachable' })).toBe('marking');
  });

  test('the review of the marks, and the half-term review where there is one', () => {
    expect(at({ ...page({}), screen: 'review' })).toBe('review');
    expect(at({ ...page({}), screen: 'half-term' })).toBe('marking');
    const halfTermReview = { term: '2020-2025' } as unknown as BallotPage['halfTermReview'];
    expect(stageOf({ ...page({ halfTermReview }), screen: 'half-term' }, true)).toMatchObject({
      ...{ at: 'half-term', term: '2020-2025' },
    });
  });

  test.each(['counting', 'closed', 'tallied', 'published', 'cancelled'] as const)(
    '%s: over for who has not voted',
    (state) => {
      expect(at({ ...page({ state }), screen: 'review' })).toBe('casting-ended');
      expect(at(page({ state }), false)).toBe('casting-ended');
    },
  );

  test.each([
    [{ step: 'sealing' }, 'on-its-way'],
    [{ step: 'sending', tracker: 'T', pausing: null }, 'on-its-way'],
    [{ step: 'unsealed' }, 'unsealed'],
    [{ step: 'refused', refusal: 'void-paper' }, 'refused'],
    [{ step: 'in-box', tracker: 'T', mayRecast: true, listedBy: 0 }, 'in-box'],
  ] as const)('a ballot under way comes before everything else: %o', (how, stage) => {
    for (const state of [page({}), page({ state: 'closed' }), { ...atFirst, reach: 'unreachable' } as const]) {
      expect([at(casting(state, how)), at(casting(state, how), false)]).toEqual([stage, stage]);
    }
  });
});

test('the box takes ballots while it is open, and nothing changes any more once it is closed or cancelled', () => {
  const states = ['issued', 'open', 'counting', 'closed', 'tallied', 'published', 'cancelled'] as const;
  expect(states.filter((state) => isOpen(page({ state })))).toEqual(['open']);
  expect(isOpen(atFirst)).toBe(false);
  const over = states.filter((state) => isFinal({ state } as BallotPage));
  expect(over).toEqual(['closed', 'tallied', 'published', 'cancelled']);
});

test('a ballot in the box is looked for in the list until that was renewed', () => {
  const before = performance.now();
  const held = inBox({ tracker: 'abc', mayRecast: true });
  expect(held).toMatchObject({ step: 'in-box', tracker: 'abc', mayRecast: true });
  expect(held.step === 'in-box' && held.listedBy).toBeGreaterThanOrEqual(before + 15_000);
});
