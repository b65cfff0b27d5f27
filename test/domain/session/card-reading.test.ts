import { expect, test } from 'vitest';
import { decideCardRead } from '../../../src/domain/session/card-reading.ts';
import { issued, must, openedWith, refusalOf } from '../../support/build/sessions.ts';

test('a card is read again only while the box takes ballots or they are counted', () => {
  const { session } = openedWith({}, { sheets: 1 });
  expect(refusalOf(decideCardRead(issued().session, 1))).toBe('session-not-open');
  for (const state of ['closed', 'tallied', 'published', 'cancelled', 'unopenable'] as const) {
    expect(refusalOf(decideCardRead({ ...session, state }, 1))).toBe('session-not-open');
  }
  expect(must(decideCardRead({ ...session, state: 'counting' }, 2)).cardsRead).toEqual([2]);
});

test('each teller is noted once, in the order of reading; again nothing changes', () => {
  const { session } = openedWith({}, { sheets: 1 });
  const one = must(decideCardRead(session, 3));
  const both = must(decideCardRead(one, 1));
  expect(both.cardsRead).toEqual([3, 1]);
  expect(must(decideCardRead(both, 3))).toBe(both);
});
