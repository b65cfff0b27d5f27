import { accept, type Problem, type Ruling, refuse } from '../ruling.ts';
import { countPresent } from './attendance.ts';
import { countPapers, keptLedger, type SessionWithPapers, withoutTraces } from './papers.ts';
import type { Announcement, Ledger, Session, Tally } from './session.ts';
import { overtakeProposals } from './sign-decision.ts';

/** Nothing is known yet while counting, so voting can be opened again; announcements are made anew. */
export function decideReturnToOpen(session: Session): Ruling<Session, 'not-counting'> {
  if (session.state !== 'counting') return refuse('not-counting');
  const decisions = session.decisions.map((decision) =>
    decision.action.kind === 'close-with-deviation' ? { ...decision, status: 'overtaken' as const } : decision,
  );
  const ending = { phoneVotingEndsAt: null, countdown: null };
  const returned = { ...session, ...ending, state: 'open' as const, announcements: [], decisions };
  return accept(overtakeProposals(returned));
}

/** The tellers announce issued and collected before they key. A corrected announcement stands beside the earlier one. */
export function decideAnnounce(
  session: Session,
  announcement: Announcement,
): Ruling<Session, 'not-counting' | 'announcement-impossible'> {
  if (session.state !== 'counting') return refuse('not-counting');
  const { issued, collected, sheets } = announcement;
  if (collected > issued || sheets > collected) return refuse('announcement-impossible');
  return accept({ ...session, announcements: [...session.announcements, announcement] });
}

/** The announcement that counts: the last one. */
export function currentAnnouncement(session: Session): Announcement | undefined {
  return session.announcements.at(-1);
}

/** As it was written down at the end; until then as the papers give it. */
export function ledgerOf(state: SessionWithPapers): Ledger {
  const kept = keptLedger(state.session);
  if (kept !== undefined) return kept;
  const { sheetsLeft: _left, ...counts } = countPapers(state);
  const sheetsKeyed = [...state.papers.values()].filter(({ votedBy }) => votedBy === 'sheet').length;
  return { ...counts, sheetsKeyed, present: countPresent(state.session) };
}

/** Where the ledger does not balance, or differs from what was announced. */
export function findLedgerProblems(state: SessionWithPapers): readonly Problem[] {
  const ledger = ledgerOf(state);
  const announced = currentAnnouncement(state.session);
  const problems: Problem[] = [];
  const differs = (code: string, left: number, right: number) => {
    if (left !== right) problems.push({ code, about: `${left} ≠ ${right}` });
  };
  differs('printed-differs', ledger.printed, ledger.handedOut + ledger.unused + ledger.void);
  if (announced !== undefined) {
    differs('issued-differs', announced.issued, ledger.issued);
    differs('collected-differs', announced.collected, ledger.collected);
    differs('sheets-differ', announced.sheets, ledger.sheetsKeyed);
  }
  const entitled = ledger.present + countRemote(state.session);
  if (ledger.collected > entitled) {
    problems.push({ code: 'collected-exceeds-present', about: `${ledger.collected} > ${entitled}` });
  }
  return problems;
}

/** Absent people who may vote all the same, by phone, where the form allows it. */
function countRemote({ form, roll }: Session): number {
  return form.remoteVoting ? roll.filter(({ present, received }) => !present && received === 'phone').length : 0;
}

export type CloseRefusal =
  | 'not-counting'
  | 'not-announced'
  | 'ledger-unbalanced'
  | 'collected-exceeds-present'
  | 'closed-already';

export function sameProblems(left: readonly Problem[], right: readonly Problem[]): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** A deviation that chair and tellers signed lets the ledger be closed that they saw, not another one. */
function signedDeviation(session: Session, problems: readonly Problem[]): string | null {
  const decision = session.decisions.findLast(
    ({ action, status }) => action.kind === 'close-with-deviation' && status === 'effective',
  );
  return decision !== undefined && sameProblems(decision.problems ?? [], problems) ? decision.reason : null;
}

/** Whether the box may be closed now. The end of ballots and the encrypted tally are appended with it. */
export function checkClosing(state: SessionWithPapers): Ruling<Ledger, CloseRefusal> {
  const { session } = state;
  if (session.closing !== null) return refuse('closed-already');
  if (session.state !== 'counting') return refuse('not-counting');
  if (session.announcements.length === 0) return refuse('not-announced');
  const problems = findLedgerProblems(state);
  if (problems.length > 0 && signedDeviation(session, problems) === null) {
    const tooMany = problems.some(({ code }) => code === 'collected-exceeds-present');
    return refuse(tooMany ? 'collected-exceeds-present' : 'ledger-unbalanced', problems);
  }
  return accept(ledgerOf(state));
}

/** Closes for good. The links from voters to phone papers, and the papers' channels, are erased here. */
export function decideClose(
  state: SessionWithPapers,
  tally: Tally,
  now: Date,
): Ruling<SessionWithPapers, CloseRefusal> {
  const checked = checkClosing(state);
  if (!checked.ok) return checked;
  const problems = findLedgerProblems(state);
  const closing = {
    at: now.toISOString(),
    ledger: checked.value,
    deviation: problems.length > 0 ? signedDeviation(state.session, problems) : null,
  };
  const session: Session = { ...state.session, state: 'closed', closing, tally };
  return accept({ ...state, session: overtakeProposals(session), ...withoutTraces(state) });
}
