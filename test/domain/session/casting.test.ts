import { describe, expect, test } from 'vitest';
import { accept } from '../../../src/domain/ruling.ts';
import { decideCast, decideCastSheet, mayRecast } from '../../../src/domain/session/casting.ts';
import { decideEndPhoneVoting, phoneVotingEnded } from '../../../src/domain/session/countdown.ts';
import { ledgerOf } from '../../../src/domain/session/counting.ts';
import { decideVoidPhonePaper, decideVoidSheet } from '../../../src/domain/session/papers.ts';
import { countInvalidSheets } from '../../../src/domain/session/tally.ts';
import {
  announced,
  at,
  cast,
  castOf,
  counting,
  issued,
  keyed,
  must,
  onSession,
  openedWith,
  phone,
  refusalOf,
  sheet,
  unused,
  voter,
  withSheets,
} from '../../support/build/sessions.ts';

const hall = () => openedWith({ voters: 6 }, { sheets: 5, sheetsTo: [2, 3], phonesOf: [1] });

describe('by phone', () => {
  const send = (state: ReturnType<typeof hall>, credential: string, key?: string) =>
    decideCast(state.session, castOf(state, credential, key));

  test('no paper votes before the box is open, or after phone voting has ended', () => {
    expect(refusalOf(send(withSheets(issued(), 1), sheet(1)))).toBe('session-not-open');
    expect(refusalOf(send(counting(hall()), sheet(1)))).toBe('phone-voting-ended');
  });

  test('phones vote while the countdown runs, and not once its end was reached', () => {
    const ending = onSession(hall(), (session) => decideEndPhoneVoting(session, at(100), 60, 'ending'));
    expect(send(ending, sheet(1)).ok).toBe(true);
    const ended = onSession(ending, (session) => accept(phoneVotingEnded(session, at(160))));
    expect(refusalOf(send(ended, sheet(1)))).toBe('phone-voting-ended');
  });

  test('unknown, void and left-over papers do not vote', () => {
    const state = hall();
    expect(refusalOf(send(state, 'f'.repeat(64)))).toBe('unknown-paper');
    expect(refusalOf(send(must(decideVoidSheet(state, sheet(1))), sheet(1)))).toBe('void-paper');
    expect(refusalOf(send(unused(state, sheet(5)), sheet(5)))).toBe('unused-paper');
    expect(refusalOf(send(must(decideVoidPhonePaper(state, voter(state, 1))), phone(1)))).toBe('void-paper');
  });

  test('the phone that voted first casts again, a photographed QR cannot outvote it', () => {
    const voted = cast(hall(), sheet(1), 'first');
    expect(send(voted, sheet(1), 'first').ok).toBe(true);
    expect(refusalOf(send(voted, sheet(1), 'photographed'))).toBe('other-phone');
    expect(ledgerOf(cast(voted, sheet(1), 'first')).collected).toBe(1);
  });

  test('resending is harmless, even after phone voting has ended, and appends nothing', () => {
    const voted = counting(cast(hall(), sheet(1), 'first'));
    const again = { ...castOf(voted, sheet(1), 'first'), alreadyInBox: true };
    expect(must(decideCast(voted.session, again))).toBe(voted.papers.get(sheet(1)));
    const limited = { ...again, ballots: 20, pauseLeft: 10 };
    expect(must(decideCast(voted.session, limited))).toBe(voted.papers.get(sheet(1)));
  });

  test('a ballot that was copied and sent first is acknowledged to its own phone, which may not cast again', () => {
    const voted = cast(hall(), sheet(1), 'copied it');
    const own = { ...castOf(voted, sheet(1), 'sealed it'), alreadyInBox: true };
    const paper = must(decideCast(voted.session, own));
    expect(mayRecast(paper, 'sealed it')).toBe(false);
    expect(mayRecast(paper, 'copied it')).toBe(true);
  });

  test('a paper pauses between two ballots, and votes by phone twenty times at most', () => {
    const voted = cast(hall(), sheet(1), 'first');
    const again = (ballots: number, pauseLeft: number) =>
      decideCast(voted.session, { ...castOf(voted, sheet(1), 'first'), ballots, pauseLeft });
    expect(again(1, 7)).toEqual({ ok: false, refusal: 'recast-pause', retryAfter: 7 });
    expect(again(19, 0).ok).toBe(true);
    // Whoever waited would be refused again.
    expect(refusalOf(again(20, 7))).toBe('recast-limit');
  });

  test('an absent voter’s phone paper waits', () => {
    const state = hall();
    const waiting = { ...castOf(state, phone(1)), waits: true };
    expect(refusalOf(decideCast(state.session, waiting))).toBe('voter-absent');
  });
});

describe('sheets from the box', () => {
  const key = (state: ReturnType<typeof hall>, credential: string, invalidReason: string | null = null) =>
    decideCastSheet(state.session, { paper: state.papers.get(credential), alreadyInBox: false, invalidReason });

  test('are keyed while counting, after the announcement', () => {
    expect(refusalOf(key(hall(), sheet(1)))).toBe('not-counting');
    expect(refusalOf(key(counting(hall()), sheet(1)))).toBe('not-announced');
    expect(key(announced(counting(hall())), sheet(1)).ok).toBe(true);
  });

  test('a sheet replaces its paper’s phone ballot, and the paper counts once', () => {
    const state = announced(counting(cast(hall(), sheet(1))));
    expect(must(key(state, sheet(1))).replacesPhone).toBe(true);
    expect(must(key(state, sheet(2))).replacesPhone).toBe(false);
    expect(ledgerOf(keyed(state, sheet(1)))).toMatchObject({ collected: 1, sheetsKeyed: 1 });
  });

  test('a sheet is keyed once', () => {
    const state = keyed(announced(counting(hall())), sheet(1));
    expect(refusalOf(key(state, sheet(1)))).toBe('sheet-already-keyed');
    const again = { paper: state.papers.get(sheet(1)), alreadyInBox: true, invalidReason: 'name-crossed-out' };
    const resent = must(decideCastSheet(state.session, again));
    expect(resent.session).toBe(state.session);
    expect(countInvalidSheets(resent.session)).toBe(0);
  });

  test('what the tellers never issued is no ballot', () => {
    const state = announced(counting(must(decideVoidSheet(unused(hall(), sheet(5)), sheet(4)))));
    expect(refusalOf(key(state, 'f'.repeat(64)))).toBe('unknown-paper');
    expect(refusalOf(key(state, sheet(4)))).toBe('void-paper');
    expect(refusalOf(key(state, sheet(5)))).toBe('unused-paper');
    expect(refusalOf(key(state, phone(1)))).toBe('phone-paper-has-no-sheet');
  });

  test('a wholly invalid sheet is counted with its reason, and with no paper', () => {
    const state = announced(counting(hall()));
    expect(refusalOf(key(state, sheet(1), 'ugly'))).toBe('unknown-invalid-reason');
    const counted = keyed(keyed(state, sheet(1), 'name-crossed-out'), sheet(2), 'name-crossed-out');
    expect(counted.session.invalidSheets).toEqual({ 'name-crossed-out': 2 });
    expect(counted.papers.get(sheet(1))).toEqual({ ...state.papers.get(sheet(1)), votedBy: 'sheet' });
    expect(ledgerOf(counted).collected).toBe(2);
  });

  test('after voting was opened again, a phone cannot replace a sheet that was keyed', () => {
    const state = keyed(announced(counting(hall())), sheet(1));
    const reopened = { ...state, session: { ...state.session, state: 'open' as const, phoneVotingEndsAt: null } };
    expect(refusalOf(decideCast(reopened.session, castOf(reopened, sheet(1))))).toBe('replaced-by-sheet');
  });
});
