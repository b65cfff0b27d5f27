import { describe, expect, test } from 'vitest';
import { attendanceOf, countPresent, decideRecordAttendance } from '../../../src/domain/session/attendance.ts';
import { decideBrief } from '../../../src/domain/session/briefing.ts';
import { decideCancelBeforeOpening } from '../../../src/domain/session/cancellation.ts';
import {
  decideConfirmSetup,
  decideOpen,
  decidePrepareOpening,
  missingForOpening,
} from '../../../src/domain/session/opening.ts';
import { decideVoidSheet, type SessionWithPapers } from '../../../src/domain/session/papers.ts';
import { reportLostKey } from '../../../src/domain/session/publication.ts';
import { type VoterId, voterId } from '../../../src/domain/session/session.ts';
import {
  aSession,
  at,
  attended,
  bare,
  briefed,
  confirmed,
  issued,
  must,
  noSuperior,
  open,
  openedOnPhone,
  openedWith,
  prepared,
  problemsOf,
  ready,
  refusalOf,
  rehearsed,
  servedHere,
  setupHashOf,
  theChair,
  withKeys,
  withPhones,
  withPrintRun,
  withSheets,
  withSheetsOut,
} from '../../support/build/sessions.ts';

const briefing = { by: theChair, at: at(0).toISOString(), text: 'Mục đích khác' };

function opening(state: SessionWithPapers) {
  return decideOpen(state, setupHashOf(state), noSuperior, at(60), servedHere);
}

function missing(state: SessionWithPapers) {
  return missingForOpening(state).map(({ code }) => code);
}

test('opening step by step: what is missing is named, and nothing opens before all is there', () => {
  const everything = [
    ...['spoken-code-not-confirmed', 'rehearsal-not-passed', 'briefing-missing', 'no-papers'],
    ...['attendance-missing', 'setup-not-prepared'],
  ];
  const steps: [(state: SessionWithPapers) => SessionWithPapers, string[]][] = [
    [(state) => state, []],
    [(state) => openedOnPhone(withSheets(state, 3)), ['no-papers']],
    [withKeys, ['spoken-code-not-confirmed']],
    [rehearsed, ['rehearsal-not-passed']],
    [briefed, ['briefing-missing']],
    [attended, ['attendance-missing']],
  ];
  let state = issued();
  let left = everything;
  for (const [step, done] of steps) {
    state = step(state);
    left = left.filter((code) => !done.includes(code));
    expect(problemsOf(opening(state))).toEqual(left);
  }
  state = prepared(state);
  expect(missingForOpening(state)).toEqual([{ code: 'setup-not-confirmed', about: '0' }]);
  state = confirmed(state, 2);
  expect(missingForOpening(state)).toEqual([{ code: 'setup-not-confirmed', about: '1' }]);
  state = confirmed(state, 2);
  expect(missing(state)).toEqual(['setup-not-confirmed']);
  state = confirmed(state, 3);
  expect(missing(state)).toEqual([]);
  expect(must(opening(state))).toMatchObject({ state: 'open', openedAt: at(60).toISOString() });
});

test('opening without the spoken code confirmed by every teller is refused', () => {
  const state = rehearsed(withKeys(briefed(attended(withSheets(issued(), 3)))));
  const { ceremony } = state.session;
  if (ceremony === null) throw new Error('no ceremony');
  const messages = ceremony.messages.map((one, index) => (index === 2 ? { ...one, codeConfirmed: false } : one));
  const unspoken = { ...state, session: { ...state.session, ceremony: { ...ceremony, messages, trustees: null } } };
  expect(problemsOf(opening(unspoken))).toContain('spoken-code-not-confirmed');
});

test('a ceremony that stopped after the spoken code says so', () => {
  expect(missing(withKeys(issued(), 2))).toContain('ceremony-not-done');
});

test.each([
  ['below quorum', 9, 5, ['quorum-not-met']],
  ['exactly two thirds are a quorum', 9, 6, []],
] as const)('%s', (_rule, voters, present, expected) => {
  const state = ready(withSheets(issued({ voters }), 3));
  expect(problemsOf(opening(attended(state, present)))).toEqual(expected);
});

test('a form without quorum asks for attendance all the same', () => {
  const state = ready(withSheets(issued({ form: 'nq-96-2023-qh15' }), 3));
  expect(missing(attended(state, 1))).toEqual([]);
  expect(missing({ ...state, session: { ...state.session, attendanceRecordedAt: null } })).toEqual([
    'attendance-missing',
  ]);
});

test('a print run that was not counted keeps the box shut', () => {
  const state = withPrintRun(withSheets(rehearsed(withKeys(briefed(attended(issued())))), 2), 3, 'print-run-2');
  expect(missingForOpening(state)).toContainEqual({ code: 'print-run-not-confirmed', about: 'print-run-2' });
});

test('more ticks than valid sheets keep the box shut', () => {
  const out = withSheetsOut(withSheets(issued(), 2), 1, 2);
  const lost = must(decideVoidSheet(ready(out), out.papers.keys().next().value ?? ''));
  expect(missing(lost)).toEqual(['more-ticks-than-sheets']);
});

describe('the prepared setup', () => {
  const hall = () => ready(withPhones(withSheets(issued(), 3), 1));

  test.each([
    ['a sheet voided', (state: SessionWithPapers) => must(decideVoidSheet(state, [...state.papers.keys()][0] ?? ''))],
    ['a phone paper registered', (state: SessionWithPapers) => withPhones(state, 2)],
    ['another print run confirmed', (state: SessionWithPapers) => withSheets(state, 2, 'print-run-2')],
  ])('%s between preparing and opening: the tellers must confirm again', (_what, change) => {
    const changed = change(hall());
    expect(refusalOf(opening(changed))).toBe('setup-changed');
    const again = prepared(changed);
    expect(again.session.opening?.confirmedBy).toEqual([]);
    expect(opening(confirmed(again, 1, 2)).ok).toBe(true);
  });

  test('hand-outs and attendance change nothing of it', () => {
    const state = attended(withSheetsOut(hall(), 2, 3), 2);
    expect(opening(state).ok).toBe(true);
  });

  test('preparing the same again keeps the confirmations', () => {
    const state = hall();
    expect(prepared(state).session).toBe(state.session);
  });

  test('another briefing takes it away', () => {
    const changed = must(decideBrief(hall().session, briefing, { as: 'briefer' }));
    expect(missingForOpening({ ...hall(), session: changed }).map(({ code }) => code)).toEqual(['setup-not-prepared']);
  });

  test('a teller confirms the setup that stands, not another one', () => {
    const { session } = hall();
    expect(refusalOf(decideConfirmSetup(session, 1, 'f'.repeat(64)))).toBe('setup-changed');
    expect(refusalOf(decideConfirmSetup(issued().session, 1, 'f'.repeat(64)))).toBe('no-opening-prepared');
  });

  test('a teller who lost the key since does not count', () => {
    const state = prepared(briefed(rehearsed(withKeys(attended(withSheets(issued(), 3))))));
    const lost = { ...state, session: reportLostKey(confirmed(state, 1, 2).session, 2) };
    expect(missingForOpening(lost)).toEqual([{ code: 'setup-not-confirmed', about: '1' }]);
  });

  test('cannot be prepared while something is missing', () => {
    const parts = { setupHash: 'a', election: '', trustees: '', credentials: '' };
    expect(refusalOf(decidePrepareOpening(issued(), parts))).toBe('not-ready-to-open');
    expect(refusalOf(decidePrepareOpening(bare(aSession()), parts))).toBe('not-before-opening');
  });
});

test('a second opening is refused', () => {
  const opened = open(withSheets(issued(), 3));
  expect(refusalOf(opening(opened))).toBe('already-open');
});

test('neither a draft nor a cancelled session is opened', () => {
  expect(refusalOf(opening(bare(aSession())))).toBe('not-before-opening');
  const state = ready(withSheets(issued(), 3));
  const cancelled = must(decideCancelBeforeOpening(state.session, theChair, 'bão', at(0)));
  expect(refusalOf(opening({ ...state, session: cancelled }))).toBe('not-before-opening');
});

test('opening fixes level and superior as they are at that moment', () => {
  const state = ready(withSheets(issued(), 3));
  const place = { committeeRank: 'province', superiorId: null, superiorName: 'Tỉnh ủy mới' };
  expect(must(decideOpen(state, setupHashOf(state), place, at(0), servedHere))).toMatchObject(place);
});

test('opening fixes briefing and attendance', () => {
  const { session } = openedWith({}, { sheets: 3 });
  expect(refusalOf(decideBrief(session, briefing, { as: 'briefer' }))).toBe('not-before-opening');
  expect(refusalOf(decideRecordAttendance(session, new Set(), at(0)))).toBe('not-before-opening');
});

test('attendance names people on the roll, and the last record counts', () => {
  const state = attended(issued({ voters: 6 }), 5);
  expect(countPresent(state.session)).toBe(5);
  expect(countPresent(attended(state, 4).session)).toBe(4);
  const stranger = new Set([voterId.parse('stranger')]);
  expect(refusalOf(decideRecordAttendance(state.session, stranger, at(0)))).toBe('unknown-voter');
});

test('a quorum is counted from all who were summoned, with or without a vote; ballots only from those with one', () => {
  const nonVoters = [1, 2, 3].map((number) => ({
    ...{ id: voterId.parse(`non-voter-${number}`), personId: null, name: `Khách ${number}`, position: 'Cán bộ' },
    present: false,
  }));
  const six = ready(withSheets(issued({ voters: 6 }), 6));
  const state = { ...six, session: { ...six.session, nonVoters } };
  const [four, two] = [state.session.roll.slice(0, 4), nonVoters.slice(0, 2)].map((some) => some.map(({ id }) => id));
  const recorded = (ids: readonly VoterId[]) => {
    const session = must(decideRecordAttendance(state.session, new Set(ids), at(0)));
    const lacks = missingForOpening({ ...state, session }).some(({ code }) => code === 'quorum-not-met');
    return { lacks, attendance: attendanceOf(session), voters: countPresent(session) };
  };
  expect(recorded(four ?? [])).toEqual({ lacks: true, attendance: { summoned: 9, present: 4 }, voters: 4 });
  expect(recorded([...(four ?? []), ...(two ?? [])])).toEqual({
    ...{ lacks: false, attendance: { summoned: 9, present: 6 }, voters: 4 },
  });
});
