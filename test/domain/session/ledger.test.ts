import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeOutcome } from '../../../src/domain/result/outcome.ts';
import type { Ruling } from '../../../src/domain/ruling.ts';
import { decideCast, decideCastSheet } from '../../../src/domain/session/casting.ts';
import { decideEndPhoneVoting } from '../../../src/domain/session/countdown.ts';
import { decideAnnounce, findLedgerProblems, ledgerOf } from '../../../src/domain/session/counting.ts';
import { applyJointAction } from '../../../src/domain/session/joint-action.ts';
import type { JointAction } from '../../../src/domain/session/joint-decision.ts';
import {
  countPapers,
  decideHandOut,
  decideRegisterPhonePaper,
  decideTakeBack,
  decideVoidPhonePaper,
  decideVoidPrintRun,
  decideVoidSheet,
  type SessionWithPapers,
} from '../../../src/domain/session/papers.ts';
import { printRunId } from '../../../src/domain/session/session.ts';
import { sheetsLeftOver } from '../../../src/domain/session/sheets-left-over.ts';
import { decideMarkRemaining, decideMarkUnused } from '../../../src/domain/session/unused-sheets.ts';
import { ownForm } from '../../support/build/forms.ts';
import {
  anAnnouncement,
  announced,
  at,
  castOf,
  issued,
  open,
  phone,
  rulesOfHall,
  sheet,
  voter,
  withSheets,
} from '../../support/build/sessions.ts';

const voters = 6;
const sheets = 5;

type Command = (state: SessionWithPapers) => Ruling<SessionWithPapers, string>;

function withPaper(
  state: SessionWithPapers,
  credential: string,
  decided: Ruling<unknown, string>,
): ReturnType<Command> {
  if (!decided.ok) return decided;
  const value = decided.value as { session?: SessionWithPapers['session']; paper?: unknown };
  const paper = (value.paper ?? value) as NonNullable<ReturnType<SessionWithPapers['papers']['get']>>;
  const session = value.paper === undefined ? state.session : (value.session ?? state.session);
  return { ok: true, value: { ...state, session, papers: new Map([...state.papers, [credential, paper]]) } };
}

function jointly(action: JointAction): Command {
  const decision = { id: 'd', action, reason: 'r', signatures: [], status: 'proposed' as const };
  const context = {
    now: at(300),
    countdownSeconds: 0,
    rules: rulesOfHall,
    nameOf: () => undefined,
    isUnvouched: () => false,
  };
  return (state) => applyJointAction(state, decision, context);
}

const number = fc.integer({ min: 1, max: voters });
const which = fc.tuple(fc.integer({ min: 1, max: sheets }), fc.constantFrom('print-run-1', 'print-run-2'));

/** Everything that anybody can do to papers, in any order; what is not lawful at the moment is refused. */
const command: fc.Arbitrary<Command> = fc.oneof(
  number.map(
    (of): Command =>
      (state) =>
        decideHandOut(state, voter(state, of)),
  ),
  number.map(
    (of): Command =>
      (state) =>
        decideTakeBack(state, voter(state, of)),
  ),
  number.map(
    (of): Command =>
      (state) =>
        decideRegisterPhonePaper(state, voter(state, of), phone(of)),
  ),
  number.map(
    (of): Command =>
      (state) =>
        decideVoidPhonePaper(state, voter(state, of)),
  ),
  which.map(
    ([of, printRun]): Command =>
      (state) =>
        decideVoidSheet(state, sheet(of, printRun)),
  ),
  which.map(
    ([of, printRun]): Command =>
      (state) =>
        decideMarkUnused(state, [sheet(of, printRun)]),
  ),
  fc.constant<Command>((state) => decideMarkRemaining(state, sheetsLeftOver(ledgerOf(state)))),
  fc.constant<Command>((state) => decideVoidPrintRun(state, printRunId.parse('print-run-2'))),
  fc
    .oneof(
      which.map(([of, printRun]) => sheet(of, printRun)),
      number.map(phone),
    )
    .map(
      (credential): Command =>
        (state) =>
          withPaper(state, credential, decideCast(state.session, castOf(state, credential))),
    ),
  which.map(
    ([of, printRun]): Command =>
      (state) => {
        const paper = state.papers.get(sheet(of, printRun));
        const keyed = { paper, alreadyInBox: false, invalidReason: null };
        return withPaper(state, sheet(of, printRun), decideCastSheet(state.session, keyed));
      },
  ),
  fc.constant(jointly({ kind: 'replace-lost-sheet' })),
  fc.constant(jointly({ kind: 'return-to-open' })),
  fc.constant<Command>((state) => {
    const ended = decideEndPhoneVoting(state.session, at(200), 0, 'ending');
    const announcement = { ...anAnnouncement(state), issued: 99, collected: 0, sheets: 0 };
    const session = ended.ok ? decideAnnounce(ended.value, announcement) : ended;
    return session.ok ? { ok: true, value: { ...state, session: session.value } } : session;
  }),
);

function isLawful(state: SessionWithPapers): void {
  const counts = countPapers(state);
  const ledger = ledgerOf(state);
  expect(ledger.issued).toBe(ledger.collected + ledger.notReturned);
  expect(ledger.issued).toBe(ledger.handedOut + ledger.phone);
  // The pile is what is neither in hands, left over nor void.
  expect(ledger.printed).toBe(ledger.handedOut + ledger.unused + ledger.void + counts.sheetsLeft);
  // Ticks equal papers out.
  const ticks = state.session.roll.filter(({ received }) => received !== null).length;
  expect(ledger.issued).toBe(ticks + state.session.replacedWithoutStub);
  expect(state.phoneLinks.size).toBe(state.session.roll.filter(({ received }) => received === 'phone').length);
  for (const paper of state.papers.values()) {
    if (paper.votedBy !== null) expect(paper.fate).toBe('live');
  }
}

test('whatever is done to papers, in any order, the ledger counts every one of them once', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), fc.array(command, { maxLength: 60 }), (before, after) => {
      let state = withSheets(withSheets(issued({ voters }), sheets), sheets, 'print-run-2');
      const run = (commands: readonly Command[]) => {
        for (const one of commands) {
          const decided = one(state);
          if (decided.ok) state = decided.value;
          isLawful(state);
        }
      };
      run(before);
      // Ticks without a sheet keep the box shut: they are taken back first.
      for (let of = 1; of <= voters && countPapers(state).sheetsLeft < 0; of++) {
        const back = decideTakeBack(state, voter(state, of));
        if (back.ok) state = back.value;
      }
      if (countPapers(state).sheetsLeft < 0) return;
      state = open(state);
      const published: string[] = JSON.parse(state.session.opening?.credentials ?? '[]');
      run(after);
      for (const { credential, votedBy } of state.papers.values()) {
        if (votedBy !== null) expect(published).toContain(credential);
      }
    }),
    { numRuns: 150 },
  );
});

test('a ledger closes without a deviation exactly when every sheet is accounted for and nobody votes too much', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      let state = open(withSheets(withSheets(issued({ voters }), sheets), sheets, 'print-run-2'));
      for (const one of commands) {
        const decided = one(state);
        if (decided.ok) state = decided.value;
      }
      if (state.session.state !== 'counting') return;
      const ledger = ledgerOf(state);
      if (ledger.collected > ledger.issued) return;
      const balances = countPapers(state).sheetsLeft === 0 && ledger.collected <= ledger.present;
      expect(findLedgerProblems(announced(state)).length === 0).toBe(balances);
    }),
    { numRuns: 150 },
  );
});

test('per subject collected = valid + invalid, for every box', () => {
  const form = ownForm('qd-96-2023');
  const rows = fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 120 }), (totals, collected) => {
      const computed = computeOutcome(form, { totals, collected, rollSize: 200 });
      const tooMany = totals.some((row) => row.reduce((sum, count) => sum + count, 0) > collected);
      expect(computed.ok).toBe(!tooMany);
      if (!computed.ok) return;
      for (const subject of computed.outcome.subjects) {
        expect(subject.collected).toBe(subject.valid + subject.invalid);
        expect(subject.levels.reduce((sum, { count }) => sum + count, 0)).toBe(subject.valid);
      }
    }),
  );
});
