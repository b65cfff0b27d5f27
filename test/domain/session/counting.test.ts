import { describe, expect, test } from 'vitest';
import { decideEndPhoneVoting, phoneVotingEnded } from '../../../src/domain/session/countdown.ts';
import {
  checkClosing,
  decideAnnounce,
  decideClose,
  decideReturnToOpen,
  findLedgerProblems,
  ledgerOf,
} from '../../../src/domain/session/counting.ts';
import { decideOpen } from '../../../src/domain/session/opening.ts';
import { decideTakeBack, decideVoidSheet, type SessionWithPapers } from '../../../src/domain/session/papers.ts';
import { ownForm } from '../../support/build/forms.ts';
import {
  anAnnouncement,
  announced,
  aTally,
  at,
  attended,
  cast,
  closed,
  confirmed,
  counting,
  issued,
  keyed,
  must,
  noSuperior,
  onSession,
  open,
  openedWith,
  phone,
  prepared,
  problemsOf,
  ready,
  refusalOf,
  servedHere,
  setupHashOf,
  sheet,
  unused,
  voter,
  withPhones,
  withSheets,
} from '../../support/build/sessions.ts';

/** Two sheets in the box, one phone ballot, one spare; five on the roll, all present. */
function counted(): SessionWithPapers {
  const opened = openedWith({ voters: 5 }, { sheets: 3, sheetsTo: [2, 3], phonesOf: [1] });
  const voted = unused(counting(cast(opened, phone(1))), sheet(3));
  return keyed(keyed(announced(voted, { issued: 3, collected: 3, sheets: 2 }), sheet(1)), sheet(2));
}

function codes(state: SessionWithPapers) {
  return findLedgerProblems(state).map(({ code }) => code);
}

describe('the end of phone voting', () => {
  test('comes after the countdown, and is written down with its instant', () => {
    const { session } = openedWith({}, { sheets: 1 });
    const ending = must(decideEndPhoneVoting(session, at(100), 60, 'ending'));
    expect(ending).toMatchObject({ state: 'open', countdown: { id: 'ending', milliseconds: 60_000 } });
    const ended = phoneVotingEnded(ending, at(161));
    expect(ended).toMatchObject({ state: 'counting', countdown: null, phoneVotingEndsAt: at(161).toISOString() });
    expect(refusalOf(decideEndPhoneVoting(ending, at(120), 60, 'ending'))).toBe('session-not-open');
  });

  test('is for an open session only', () => {
    expect(refusalOf(decideEndPhoneVoting(issued().session, at(0), 60, 'ending'))).toBe('session-not-open');
  });
});

describe('the announcement', () => {
  const hall = () => counting(openedWith({}, { sheetsTo: [1, 2] }));

  test('comes while counting, before the tellers key', () => {
    const opened = openedWith({}, { sheetsTo: [1] });
    expect(refusalOf(decideAnnounce(opened.session, anAnnouncement(opened)))).toBe('not-counting');
    expect(announced(hall()).session.state).toBe('counting');
  });

  test.each([
    ['more collected than issued', { issued: 2, collected: 3, sheets: 1 }],
    ['more sheets than collected', { issued: 3, collected: 2, sheets: 3 }],
  ])('%s is impossible', (_what, figures) => {
    const state = hall();
    const wrong = anAnnouncement(state, figures);
    expect(refusalOf(decideAnnounce(state.session, wrong))).toBe('announcement-impossible');
  });

  test('a corrected one stands beside the earlier one, and counts', () => {
    const state = announced(announced(hall(), { collected: 1 }), { collected: 0 });
    expect(state.session.announcements.map(({ collected }) => collected)).toEqual([1, 0]);
    expect(codes(state)).not.toContain('collected-differs');
  });
});

describe('closing', () => {
  test('a balanced ledger closes, for good, and is kept as it was', () => {
    const done = closed(counted());
    expect(done.session.state).toBe('closed');
    expect(done.session.closing).toEqual({
      at: at(500).toISOString(),
      deviation: null,
      ledger: {
        ...{ printed: 3, handedOut: 2, unused: 1, void: 0, phone: 1, issued: 3 },
        ...{ collected: 3, notReturned: 0, sheetsKeyed: 2, present: 5 },
      },
    });
    expect(refusalOf(decideClose(done, aTally(3), at(600)))).toBe('closed-already');
    expect(refusalOf(decideReturnToOpen(done.session))).toBe('not-counting');
    expect(refusalOf(decideAnnounce(done.session, anAnnouncement(done)))).toBe('not-counting');
    expect(refusalOf(decideVoidSheet(done, sheet(3)))).toBe('papers-not-open');
  });

  test('only after the announcement, and only while counting', () => {
    const opened = openedWith({}, { sheetsTo: [1] });
    expect(refusalOf(checkClosing(opened))).toBe('not-counting');
    expect(refusalOf(checkClosing(counting(opened)))).toBe('not-announced');
  });

  test('a sheet neither handed out, left over nor void keeps the box open', () => {
    const opened = openedWith({ voters: 5 }, { sheets: 4, sheetsTo: [2] });
    const state = unused(announced(counting(opened)), sheet(3), sheet(4));
    expect(findLedgerProblems(state)).toEqual([{ code: 'printed-differs', about: '4 ≠ 3' }]);
    expect(refusalOf(checkClosing(state))).toBe('ledger-unbalanced');
    expect(checkClosing(unused(state, sheet(2))).ok).toBe(true);
  });

  test('more sheets left over than ticks allow are told, until the tick is taken back', () => {
    const opened = openedWith({ voters: 5 }, { sheets: 3, sheetsTo: [2, 3] });
    const state = announced(unused(counting(opened), sheet(2), sheet(3)), { issued: 1 });
    expect(codes(state)).toEqual(['printed-differs', 'issued-differs']);
    expect(codes(must(decideTakeBack(state, voter(state, 2))))).toEqual([]);
  });

  test.each([
    ['issued', { issued: 4 }, ['issued-differs']],
    ['collected', { collected: 2 }, ['collected-differs']],
    ['sheets', { sheets: 1 }, ['sheets-differ']],
  ])('announced %s must be what the ledger says', (_what, change, expected) => {
    const state = announced(counted(), change);
    expect(problemsOf(checkClosing(state))).toEqual(expected);
  });

  test('nothing is closed while more were collected than present', () => {
    const made = withPhones(withSheets(issued({ voters: 3, form: 'nq-96-2023-qh15' }), 1), 1, 2, 3);
    const asked = confirmed(prepared(attended(ready(made), 2)), 1, 2);
    const opened = {
      ...asked,
      session: must(decideOpen(asked, setupHashOf(asked), noSuperior, at(60), servedHere)),
    };
    const voted = [1, 2, 3].reduce((state, number) => cast(state, phone(number)), opened);
    const state = announced(unused(counting(voted), sheet(1)));
    expect(checkClosing(state)).toEqual({
      ok: false,
      refusal: 'collected-exceeds-present',
      problems: [{ code: 'collected-exceeds-present', about: '3 > 2' }],
    });
  });

  test('where the form lets absent people vote by phone, theirs are not too many', () => {
    const form = { ...ownForm('nq-96-2023-qh15'), remoteVoting: true };
    const made = attended(ready(withPhones(withSheets(issued({ voters: 4, form }), 1), 1, 2, 3)), 2);
    const opened = { ...made, session: must(decideOpen(made, setupHashOf(made), noSuperior, at(60), servedHere)) };
    const voted = [1, 2, 3].reduce((state, number) => cast(state, phone(number)), opened);
    expect(codes(announced(unused(counting(voted), sheet(1))))).toEqual([]);
  });

  test('a sheet of the pile that votes without ever being handed out is told', () => {
    const opened = openedWith({ voters: 5 }, { sheets: 2, sheetsTo: [1] });
    const stuffed = announced(counting(cast(cast(opened, sheet(1)), sheet(2))), { issued: 2, collected: 2 });
    expect(codes(stuffed)).toContain('issued-differs');
    expect(ledgerOf(stuffed).notReturned).toBe(-1);
  });
});

describe('returning to open', () => {
  const reopen = (state: SessionWithPapers) => onSession(state, (session) => decideReturnToOpen(session));

  test('keyed sheets stay in the box, announcements are made anew', () => {
    const state = reopen(counted());
    expect(state.session).toMatchObject({ state: 'open', phoneVotingEndsAt: null, announcements: [] });
    expect(ledgerOf(state).sheetsKeyed).toBe(2);
    expect(refusalOf(checkClosing(state))).toBe('not-counting');
    const again = onSession(state, (session) => decideEndPhoneVoting(session, at(250), 0, 'ending'));
    expect(refusalOf(checkClosing(again))).toBe('not-announced');
    expect(checkClosing(announced(again)).ok).toBe(true);
  });

  test('is possible while counting only', () => {
    expect(refusalOf(decideReturnToOpen(open(withSheets(issued(), 1)).session))).toBe('not-counting');
  });
});
