import { quorumMet } from '../result/outcome.ts';
import { accept, type Problem, type Ruling, refuse } from '../ruling.ts';
import { attendanceOf } from './attendance.ts';
import { ceremonyRound } from './ceremony.ts';
import { countPapers, credentialsForSetup, hasLostLinks, type SessionWithPapers } from './papers.ts';
import type { ServedAt } from './phone-test.ts';
import { missingConnection } from './phone-use.ts';
import type { PreparedOpening, Session } from './session.ts';
import { overtakeProposals } from './sign-decision.ts';

/** What is still missing before the election's setup can be drawn up for the tellers to confirm. */
export function missingForPreparation(state: SessionWithPapers): readonly Problem[] {
  const { session } = state;
  const missing: Problem[] = [];
  const round = session.ceremony === null ? 'certificates' : ceremonyRound(session.ceremony);
  if (round !== 'done') {
    const codeConfirmed = session.ceremony?.messages.every((messages) => messages.codeConfirmed) ?? false;
    const code = codeConfirmed || session.ceremony?.size === 1 ? 'ceremony-not-done' : 'spoken-code-not-confirmed';
    missing.push({ code });
  }
  if (session.rehearsal?.state !== 'passed') missing.push({ code: 'rehearsal-not-passed' });
  if (session.briefing === null) missing.push({ code: 'briefing-missing' });
  for (const { id, status } of session.printRuns) {
    if (status === 'printed') missing.push({ code: 'print-run-not-confirmed', about: id });
  }
  if (hasLostLinks(state)) missing.push({ code: 'phone-links-lost' });
  if (credentialsForSetup(state).length === 0) missing.push({ code: 'no-papers' });
  if (countPapers(state).sheetsLeft < 0) missing.push({ code: 'more-ticks-than-sheets' });
  return missing;
}

/** Everything that is asked for before the box may be opened, beside the connection ({@link missingConnection}). */
export function missingForOpening(state: SessionWithPapers): readonly Problem[] {
  const { session } = state;
  const missing = [...missingForPreparation(state)];
  const { present, summoned } = attendanceOf(session);
  if (session.attendanceRecordedAt === null) missing.push({ code: 'attendance-missing' });
  else if (!quorumMet(session.form, present, summoned)) missing.push({ code: 'quorum-not-met' });
  if (session.opening === null) missing.push({ code: 'setup-not-prepared' });
  else {
    const confirmed = countConfirmed(session);
    if (confirmed < session.settings.threshold) missing.push({ code: 'setup-not-confirmed', about: String(confirmed) });
  }
  return missing;
}

/** Tellers who found their key in the prepared setup and have not lost it since. */
function countConfirmed({ opening, lostKeys }: Session): number {
  return (opening?.confirmedBy ?? []).filter((index) => !lostKeys.includes(index)).length;
}

export type PrepareRefusal = 'not-before-opening' | 'not-ready-to-open';

/** Draws up the setup of the election; the tellers' programs then look for their keys in it (K11). */
export function decidePrepareOpening(
  state: SessionWithPapers,
  opening: Omit<PreparedOpening, 'confirmedBy'>,
): Ruling<Session, PrepareRefusal> {
  const { session } = state;
  if (session.state !== 'issued') return refuse('not-before-opening');
  const missing = missingForPreparation(state);
  if (missing.length > 0) return refuse('not-ready-to-open', missing);
  if (session.opening?.setupHash === opening.setupHash) return accept(session);
  return accept({ ...session, opening: { ...opening, confirmedBy: [] } });
}

/** A teller's program found its own key in the prepared setup. */
export function decideConfirmSetup(
  session: Session,
  teller: number,
  setupHash: string,
): Ruling<Session, 'no-opening-prepared' | 'setup-changed'> {
  const { opening } = session;
  if (session.state !== 'issued' || opening === null) return refuse('no-opening-prepared');
  if (opening.setupHash !== setupHash) return refuse('setup-changed');
  if (opening.confirmedBy.includes(teller)) return accept(session);
  return accept({ ...session, opening: { ...opening, confirmedBy: [...opening.confirmedBy, teller] } });
}

export type OpenRefusal = 'already-open' | 'not-before-opening' | 'not-ready-to-open' | 'setup-changed';

/**
 * Opens the box. Papers, subjects and briefing must still be those of the prepared setup.
 * @param setupHash of the setup as it would be drawn up now.
 * @param place the committee's rank and its directly superior committee at this moment: results go to it (promise 6).
 * @param served where the service answers now
 */
export function decideOpen(
  state: SessionWithPapers,
  setupHash: string,
  place: Pick<Session, 'committeeRank' | 'superiorId' | 'superiorName'>,
  now: Date,
  served: ServedAt,
): Ruling<Session, OpenRefusal> {
  const { session } = state;
  if (session.openedAt !== null) return refuse('already-open');
  if (session.state !== 'issued') return refuse('not-before-opening');
  const missing = [...missingConnection(session, served), ...missingForOpening(state)];
  if (missing.length > 0) return refuse('not-ready-to-open', missing);
  if (session.opening?.setupHash !== setupHash) return refuse('setup-changed');
  return accept(overtakeProposals({ ...session, ...place, state: 'open', openedAt: now.toISOString() }));
}
