import { describe, expect, test } from 'vitest';
import { ledgerOf } from '../../../src/domain/session/counting.ts';
import { missingForPreparation } from '../../../src/domain/session/opening.ts';
import {
  countFewPhonePapers,
  countPapers,
  credentialsForSetup,
  decideAddPrintRun,
  decideConfirmPrintRun,
  decideGiveUpPhonePapers,
  decideHandOut,
  decideHandOutAll,
  decideRegisterPhonePaper,
  decideTakeBack,
  decideVoidPhonePaper,
  decideVoidPrintRun,
  decideVoidSheet,
  findVotersShortOfPapers,
  hasLostLinks,
  votersWithoutLink,
} from '../../../src/domain/session/papers.ts';
import { printRunId, voterId } from '../../../src/domain/session/session.ts';
import { decideMarkUnused } from '../../../src/domain/session/unused-sheets.ts';
import { supplementOf } from '../../../src/server/results/supplement.ts';
import {
  announced,
  aSession,
  bare,
  cast,
  closed,
  counting,
  issued,
  keyed,
  must,
  open,
  openedWith,
  phone,
  refusalOf,
  servedHere,
  sheet,
  unused,
  voter,
  withPhones,
  withPrintRun,
  withSheets,
  withSheetsOut,
} from '../../support/build/sessions.ts';

const first = printRunId.parse('print-run-1');
const second = printRunId.parse('print-run-2');
const here = servedHere.papers;
const nobody = voterId.parse('nobody');

describe('print runs', () => {
  test('papers are made once the session is issued, not before and not after opening', () => {
    expect(refusalOf(decideAddPrintRun(bare(aSession()), first, [sheet(1)], here))).toBe('papers-not-open');
    const opened = openedWith({}, { sheetsTo: [1] });
    expect(refusalOf(decideAddPrintRun(opened, second, [sheet(1, 'print-run-2')], here))).toBe('papers-not-open');
  });

  test('a credential is registered once, for one paper', () => {
    const state = withPhones(withPrintRun(issued(), 2), 1);
    for (const credentials of [[sheet(1)], [phone(1)], [sheet(9), sheet(9)]]) {
      expect(refusalOf(decideAddPrintRun(state, second, credentials, here))).toBe('credential-already-registered');
    }
  });

  test('a print run counts only after its sheets were counted and confirmed', () => {
    const printed = withPrintRun(issued(), 3);
    expect(refusalOf(decideHandOut(printed, voter(printed, 1)))).toBe('no-sheet-left');
    expect(credentialsForSetup(printed)).toEqual([]);
    expect(refusalOf(decideConfirmPrintRun(printed, first, 2))).toBe('print-run-count-differs');
    const confirmed = must(decideConfirmPrintRun(printed, first, 3));
    expect(decideHandOut(confirmed, voter(confirmed, 1)).ok).toBe(true);
    expect(must(decideConfirmPrintRun(confirmed, first, 3))).toEqual(confirmed);
  });

  test('a jam voids the print run: its sheets stay printed, and none of them can vote or be handed out', () => {
    const jammed = must(decideVoidPrintRun(withSheets(withPrintRun(issued(), 3), 4, 'print-run-2'), first));
    expect(countPapers(jammed)).toMatchObject({ printed: 7, void: 3, sheetsLeft: 4 });
    expect(credentialsForSetup(jammed)).toHaveLength(4);
    expect(refusalOf(decideConfirmPrintRun(jammed, first, 3))).toBe('print-run-not-pending');
    expect(must(decideVoidPrintRun(jammed, first))).toEqual(jammed);
  });

  test('a print run whose sheets are in voters’ hands is not voided unless others cover them', () => {
    const out = withSheetsOut(withSheets(issued(), 3), 1, 2);
    expect(refusalOf(decideVoidPrintRun(out, first))).toBe('print-run-partly-handed-out');
    expect(decideVoidPrintRun(withSheets(out, 2, 'print-run-2'), first).ok).toBe(true);
  });

  test('an unconfirmed print run can always be voided, even while a tick is still to be taken back', () => {
    const out = withPrintRun(withSheetsOut(withSheets(issued(), 1), 1), 2, 'print-run-2');
    const lost = must(decideVoidSheet(out, sheet(1)));
    expect(countPapers(lost).sheetsLeft).toBe(-1);
    expect(decideVoidPrintRun(lost, second).ok).toBe(true);
  });

  test('unknown print runs are told', () => {
    expect(refusalOf(decideConfirmPrintRun(issued(), first, 1))).toBe('unknown-print-run');
    expect(refusalOf(decideVoidPrintRun(issued(), first))).toBe('unknown-print-run');
  });
});

describe('handing out', () => {
  test('ticks equal papers out', () => {
    const out = withPhones(withSheetsOut(withSheets(issued({ voters: 6 }), 5), 1, 2), 3);
    expect(countPapers(out)).toMatchObject({ handedOut: 2, phone: 1, issued: 3, sheetsLeft: 3 });
  });

  test('a tick holds no serial, no time and no order', () => {
    const state = withSheets(issued(), 3);
    const oneWay = withSheetsOut(state, 1, 2);
    const otherWay = withSheetsOut(state, 2, 1);
    expect(oneWay.session).toEqual(otherWay.session);
    expect(oneWay.papers).toEqual(state.papers);
    expect(oneWay.phoneLinks.size).toBe(0);
  });

  test('nobody receives two papers', () => {
    const out = withPhones(withSheetsOut(withSheets(issued(), 3), 1), 2);
    expect(must(decideHandOut(out, voter(out, 1)))).toEqual(out);
    expect(refusalOf(decideHandOut(out, voter(out, 2)))).toBe('voter-has-paper');
    expect(refusalOf(decideRegisterPhonePaper(out, voter(out, 1), phone(9)))).toBe('voter-has-paper');
    expect(refusalOf(decideHandOut(out, nobody))).toBe('unknown-voter');
  });

  test('no more sheets are handed out than were confirmed', () => {
    const out = withSheetsOut(withSheets(issued(), 1), 1);
    expect(refusalOf(decideHandOut(out, voter(out, 2)))).toBe('no-sheet-left');
  });

  test('sheets are handed out while the box is open, and no longer once counting has begun', () => {
    const opened = openedWith({}, { sheetsTo: [1] });
    expect(decideHandOut(opened, voter(opened, 2)).ok).toBe(true);
    expect(refusalOf(decideHandOut(announced(counting(opened)), voter(opened, 2)))).toBe('papers-not-open');
  });

  test('a spoiled sheet is scanned and void, its tick taken back, and a fresh one handed out', () => {
    const out = withSheetsOut(withSheets(issued(), 3), 1);
    const spoiled = must(decideVoidSheet(out, sheet(1)));
    const back = must(decideTakeBack(spoiled, voter(spoiled, 1)));
    const fresh = withSheetsOut(back, 1);
    expect(countPapers(fresh)).toMatchObject({ printed: 3, handedOut: 1, void: 1, sheetsLeft: 1 });
    expect(refusalOf(decideTakeBack(back, voter(back, 1)))).toBe('voter-has-no-sheet');
  });

  test('a lost sheet is void by its stub; the voter’s tick stands for the fresh sheet', () => {
    const out = withSheetsOut(withSheets(issued(), 3), 1);
    const replaced = must(decideVoidSheet(out, sheet(1)));
    expect(countPapers(replaced)).toMatchObject({ handedOut: 1, void: 1, sheetsLeft: 1 });
  });

  test('a voter who votes by QR cannot return the sheet for a second one', () => {
    const voted = cast(openedWith({}, { sheetsTo: [1] }), sheet(1));
    expect(refusalOf(decideVoidSheet(voted, sheet(1)))).toBe('paper-has-voted');
  });
});

describe('a pile that went round', () => {
  test('everybody without a paper is ticked at once, or nobody where sheets do not suffice', () => {
    const three = withSheets(issued({ voters: 4 }), 3);
    const ids = [1, 2, 3, 4].map((number) => voter(three, number));
    expect(countPapers(must(decideHandOutAll(three, ids.slice(0, 3))))).toMatchObject({ handedOut: 3, sheetsLeft: 0 });
    expect(refusalOf(decideHandOutAll(three, ids))).toBe('no-sheet-left');
    const phones = withPhones(three, 1);
    expect(refusalOf(decideHandOutAll(phones, ids.slice(0, 2)))).toBe('voter-has-paper');
    const once = must(decideHandOutAll(three, ids.slice(0, 2)));
    expect(must(decideHandOutAll(once, ids.slice(0, 2)))).toEqual(once);
  });
});

describe('void and unused sheets', () => {
  test('a paper that has voted cannot be voided, nor counted as left over', () => {
    const voted = cast(openedWith({}, { sheetsTo: [1] }), sheet(1));
    expect(refusalOf(decideVoidSheet(voted, sheet(1)))).toBe('paper-has-voted');
    expect(refusalOf(decideMarkUnused(voted, [sheet(2), sheet(1)]))).toBe('paper-has-voted');
    const counted = keyed(announced(counting(voted)), sheet(2));
    expect(refusalOf(decideVoidSheet(counted, sheet(2)))).toBe('paper-has-voted');
  });

  test('a phone paper has no sheet to void, and an unknown serial voids nothing', () => {
    const state = withPhones(withSheets(issued(), 1), 1);
    expect(refusalOf(decideVoidSheet(state, phone(1)))).toBe('unknown-paper');
    expect(refusalOf(decideVoidSheet(state, ''))).toBe('unknown-paper');
  });

  test('voiding twice is harmless', () => {
    const state = must(decideVoidSheet(withSheets(issued(), 1), sheet(1)));
    expect(must(decideVoidSheet(state, sheet(1)))).toEqual(state);
  });

  test('a sheet voided before opening has no place in the setup', () => {
    const state = must(decideVoidSheet(withSheets(issued(), 2), sheet(1)));
    expect(credentialsForSetup(state)).toEqual([sheet(2)]);
  });

  test('sheets are counted as left over once the box is open, and the ledger balances', () => {
    const before = withSheets(issued(), 4);
    expect(refusalOf(decideMarkUnused(before, [sheet(1)]))).toBe('papers-not-open');
    const opened = openedWith({}, { sheets: 4, sheetsTo: [1, 2] });
    const counted = unused(opened, sheet(3), sheet(4));
    expect(ledgerOf(counted)).toMatchObject({ printed: 4, handedOut: 2, unused: 2, void: 0 });
    expect(must(decideMarkUnused(counted, [sheet(3)]))).toEqual(counted);
  });

  test('a void sheet is not left over', () => {
    const opened = must(decideVoidSheet(openedWith({}, { sheets: 3 }), sheet(1)));
    expect(refusalOf(decideMarkUnused(opened, [sheet(2), sheet(1)]))).toBe('void-paper');
  });

  test('the supplement names what was void or left over after opening, phone papers too, and no paper void before', () => {
    const made = must(decideVoidSheet(withPhones(withSheets(issued(), 5), 2), sheet(1)));
    const opened = open(withSheetsOut(made, 1));
    const spoiled = must(decideVoidSheet(opened, sheet(2)));
    const off = must(decideVoidPhonePaper(spoiled, voter(spoiled, 2)));
    const counted = unused(off, sheet(4), sheet(5));
    const { void: gone, unused: left } = JSON.parse(supplementOf(counted));
    expect(new Set(gone)).toEqual(new Set([sheet(2), phone(2)]));
    expect(new Set(left)).toEqual(new Set([sheet(4), sheet(5)]));
    expect(ledgerOf(counted)).toMatchObject({ printed: 5, handedOut: 1, unused: 2, void: 2, phone: 0, issued: 1 });
  });
});

describe('papers on phones', () => {
  test('one per voter; the same phone may ask again', () => {
    const state = withPhones(issued(), 1);
    expect(must(decideRegisterPhonePaper(state, voter(state, 1), phone(1)))).toEqual(state);
    expect(refusalOf(decideRegisterPhonePaper(state, voter(state, 1), phone(2)))).toBe('voter-has-paper');
    expect(refusalOf(decideRegisterPhonePaper(state, voter(state, 2), phone(1)))).toBe('credential-already-registered');
    expect(refusalOf(decideRegisterPhonePaper(state, nobody, phone(2)))).toBe('unknown-voter');
  });

  test('a session may offer none', () => {
    const state = issued({ phonePapers: false });
    expect(refusalOf(decideRegisterPhonePaper(state, voter(state, 1), phone(1)))).toBe('phone-papers-not-offered');
  });

  test('none is registered once the setup has fixed the credentials', () => {
    const state = openedWith({}, { sheetsTo: [1] });
    expect(refusalOf(decideRegisterPhonePaper(state, voter(state, 2), phone(2)))).toBe('papers-not-open');
  });

  test('void until it has voted; the voter may then receive a sheet, and the dead credential never comes back', () => {
    const state = withSheets(withPhones(issued(), 1), 2);
    const gone = must(decideVoidPhonePaper(state, voter(state, 1)));
    expect(gone.phoneLinks.size).toBe(0);
    expect(countPapers(gone)).toMatchObject({ phone: 0, issued: 0, void: 0 });
    expect(decideHandOut(gone, voter(gone, 1)).ok).toBe(true);
    expect(refusalOf(decideRegisterPhonePaper(gone, voter(gone, 1), phone(1)))).toBe('credential-already-registered');
    expect(refusalOf(decideVoidPhonePaper(gone, voter(gone, 1)))).toBe('voter-has-no-phone-paper');
  });

  test('one that has voted cannot be voided', () => {
    const state = cast(openedWith({}, { sheets: 1, phonesOf: [1] }), phone(1));
    expect(refusalOf(decideVoidPhonePaper(state, voter(state, 1)))).toBe('paper-has-voted');
  });

  test('closing erases which phone paper was whose', () => {
    const opened = openedWith({}, { sheets: 1, phonesOf: [1] });
    const done = closed(unused(announced(counting(cast(opened, phone(1)))), sheet(1)));
    expect(opened.phoneLinks.size).toBe(1);
    expect(done.phoneLinks.size).toBe(0);
  });
});

describe('phone papers of which nobody knows any more whose they are', () => {
  const lost = (state: ReturnType<typeof issued>) => ({ ...state, phoneLinks: new Map() });
  /** As a store gives a session whose links do not open: before opening they alone tell of the papers. */
  const lostWhole = (state: ReturnType<typeof issued>) => ({
    ...lost(state),
    papers: new Map([...state.papers].filter(([, { channel }]) => channel !== 'phone')),
  });

  test('are neither voided nor replaced, and no other one is given out until they are given up', () => {
    for (const state of [lost(withPhones(issued(), 1, 2)), lostWhole(withPhones(issued(), 1, 2))]) {
      expect(votersWithoutLink(state).map(({ id }) => id)).toEqual([voter(state, 1), voter(state, 2)]);
      expect(refusalOf(decideVoidPhonePaper(state, voter(state, 1)))).toBe('phone-links-lost');
      expect(refusalOf(decideVoidPhonePaper(state, voter(state, 3)))).toBe('voter-has-no-phone-paper');
      for (const number of [1, 3]) {
        expect(refusalOf(decideRegisterPhonePaper(state, voter(state, number), phone(9)))).toBe('phone-links-lost');
      }
      expect(refusalOf(decideHandOut(withSheets(state, 2), voter(state, 1)))).toBe('voter-has-paper');
      expect(missingForPreparation(state)).toContainEqual({ code: 'phone-links-lost' });
    }
  });

  test('are void when they are given up before opening, and their voters receive others', () => {
    for (const state of [lost(withPhones(issued(), 1, 2)), lostWhole(withPhones(issued(), 1, 2))]) {
      const given = must(decideGiveUpPhonePapers(withSheets(state, 2)));
      expect(votersWithoutLink(given)).toEqual([]);
      expect(countPapers(given)).toMatchObject({ phone: 0, issued: 0 });
      expect(credentialsForSetup(given).filter((credential) => credential === phone(1))).toEqual([]);
      expect(decideHandOut(given, voter(given, 1)).ok).toBe(true);
      expect(decideRegisterPhonePaper(given, voter(given, 2), phone(9)).ok).toBe(true);
      expect(missingForPreparation(given)).not.toContainEqual({ code: 'phone-links-lost' });
    }
  });

  test('only those without a link are given up, and nothing where every link is known', () => {
    const state = withPhones(issued(), 1, 2);
    expect(must(decideGiveUpPhonePapers(state))).toBe(state);
    const one = { ...state, phoneLinks: new Map([...state.phoneLinks].slice(1)) };
    const given = must(decideGiveUpPhonePapers(one));
    expect([phone(1), phone(2)].map((credential) => given.papers.get(credential)?.fate)).toEqual(['void', 'live']);
    expect(given.session.roll.map(({ received }) => received)).toEqual([null, 'phone', null]);
    expect(given.phoneLinks).toBe(one.phoneLinks);
  });

  test('vote on once the box is open, are not given up, and are lost no more when it is closed', () => {
    const state = lost(openedWith({}, { sheets: 1, phonesOf: [1] }));
    expect(refusalOf(decideGiveUpPhonePapers(state))).toBe('papers-not-open');
    expect(refusalOf(decideVoidPhonePaper(state, voter(state, 1)))).toBe('phone-links-lost');
    const done = closed(unused(announced(counting(cast(state, phone(1)))), sheet(1)));
    expect(done.session.closing?.ledger).toMatchObject({ phone: 1, collected: 1 });
    expect(hasLostLinks(done)).toBe(false);
  });
});

test.each([
  [10, 11, []],
  [10, 10, ['short']],
  [3, 4, []],
  [3, 3, ['short']],
  [0, 0, []],
] as const)('%i voters without a paper ask for a tenth more spares: %i', (voters, spares, expected) => {
  const state = withSheets(issued({ voters: Math.max(3, voters), subjects: 3 }), spares + 3);
  const given = withSheetsOut(state, ...(voters === 0 ? [1, 2, 3] : []));
  const short = findVotersShortOfPapers(voters === 0 ? given : withSpare(state, spares));
  expect(short.length > 0 ? ['short'] : []).toEqual(expected);
});

/** The same voters with exactly so many sheets left. */
function withSpare(state: ReturnType<typeof issued>, spares: number) {
  const left = countPapers(state).sheetsLeft;
  let next = state;
  for (let number = 1; number <= left - spares; number++) next = must(decideVoidSheet(next, sheet(number)));
  return next;
}

test('once the box is closed no paper is made, handed out, taken back, voided or counted as left over', () => {
  const before = openedWith({ voters: 4 }, { sheetsTo: [1], phonesOf: [2] });
  const shut = { ...before, session: { ...before.session, state: 'closed' as const } };
  const [first, second, third] = [1, 2, 3].map((number) => voter(before, number));
  if (first === undefined || second === undefined || third === undefined) throw new Error('no voters');
  const run = printRunId.parse('print-run-1');
  for (const decided of [
    decideAddPrintRun(shut, printRunId.parse('print-run-2'), [sheet(1, 'print-run-2')], here),
    decideConfirmPrintRun(shut, run, 3),
    decideVoidPrintRun(shut, run),
    decideHandOut(shut, third),
    decideTakeBack(shut, first),
    decideVoidSheet(shut, sheet(2)),
    decideMarkUnused(shut, [sheet(2)]),
    decideRegisterPhonePaper(shut, third, phone(3)),
    decideVoidPhonePaper(shut, second),
  ]) {
    expect(refusalOf(decided)).toBe('papers-not-open');
  }
});

test('what is no paper of the session, or nobody of its roll, is told', () => {
  const state = openedWith({ voters: 4 }, { sheetsTo: [1], phonesOf: [2] });
  expect(refusalOf(decideTakeBack(state, nobody))).toBe('unknown-voter');
  expect(refusalOf(decideVoidPhonePaper(state, nobody))).toBe('voter-has-no-phone-paper');
  expect(refusalOf(decideVoidPhonePaper(state, voter(state, 1)))).toBe('voter-has-no-phone-paper');
  for (const credential of ['nothing', phone(2)]) {
    expect(refusalOf(decideVoidSheet(state, credential))).toBe('unknown-paper');
    expect(refusalOf(decideMarkUnused(state, [credential]))).toBe('unknown-paper');
  }
});

test('a print run confirmed again with another number, or void twice, changes nothing', () => {
  const state = withSheets(issued(), 2);
  expect(must(decideConfirmPrintRun(state, first, 2))).toBe(state);
  expect(refusalOf(decideConfirmPrintRun(state, first, 1))).toBe('print-run-not-pending');
  const gone = must(decideVoidPrintRun(state, first));
  expect(must(decideVoidPrintRun(gone, first))).toBe(gone);
  expect(refusalOf(decideConfirmPrintRun(gone, first, 2))).toBe('print-run-not-pending');
  expect(gone.session.printRuns).toMatchObject([{ status: 'void' }]);
});

test('few phone papers are told, none and enough are not', () => {
  const few = (count: number) =>
    countFewPhonePapers(withPhones(issued({ voters: 6 }), ...[1, 2, 3, 4, 5].slice(0, count)));
  expect([few(0), few(1), few(4), few(5)]).toEqual([null, 1, 4, null]);
});

test('after closing a paper says neither how it came nor how it voted, but that it did', () => {
  const hall = openedWith({ voters: 4 }, { sheetsTo: [1], phonesOf: [2] });
  const voted = keyed(announced(counting(cast(hall, phone(2))), { collected: 2, sheets: 1 }), sheet(1));
  const shut = closed(unused(voted, sheet(2), sheet(3)));
  const votes = [sheet(1), phone(2), sheet(2)].map((one) => shut.papers.get(one));
  expect(votes.map((one) => one?.votedBy)).toEqual(['forgotten', 'forgotten', null]);
  expect(new Set(votes.map((one) => one?.channel))).toEqual(new Set(['forgotten']));
  expect(countPapers(shut)).toMatchObject({ phone: 1, printed: 3, unused: 2, collected: 2, sheetsLeft: 0 });
});
