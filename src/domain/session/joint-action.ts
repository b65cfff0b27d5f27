import type { Actor } from '../account/actor.ts';
import { isPersonName, type PersonId } from '../roster/person.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import { textKey } from '../text/text-key.ts';
import { decideCancelJointly } from './cancellation.ts';
import type { Ceremony } from './ceremony-messages.ts';
import { decideEndCountdown, decideEndPhoneVoting, decideRestartCountdown } from './countdown.ts';
import { decideReturnToOpen, findLedgerProblems, ledgerOf, sameProblems } from './counting.ts';
import type { JointAction, JointDecision, Signature } from './joint-decision.ts';
import type { Paper } from './paper.ts';
import { countPapers, type SessionWithPapers, withoutTraces } from './papers.ts';
import { type Session, type Subject, standingSubjects, type Teller } from './session.ts';
import { decideSign, isFullySigned, overtakeProposals, type SignRefusal, withDecision } from './sign-decision.ts';
import { findTellerProblem, type TellerRules, type TellersRefusal } from './tellers.ts';
import { decideUnopenable } from './unopenable.ts';

export type JointActionRefusal =
  | 'session-not-open'
  | 'countdown-not-running'
  | 'not-counting'
  | 'enough-keys-survive'
  | 'cannot-be-cancelled'
  | 'not-closed'
  | Exclude<TellersRefusal, 'not-in-draft' | 'id-in-use'>
  | 'not-before-opening'
  | 'unknown-subject'
  | 'last-subject'
  | 'bad-name'
  | 'unknown-teller'
  | 'unknown-person'
  | 'no-sheet-left'
  | 'papers-not-open'
  | 'ledger-balances'
  | 'ledger-changed';

/** What the effect of a joint decision needs from outside. */
export interface JointContext {
  readonly now: Date;
  readonly countdownSeconds: number;
  readonly rules: TellerRules;
  /** Name of a person, for a teller who takes over; undefined when nobody has this id. */
  readonly nameOf: (personId: PersonId) => string | undefined;
  /** Whether only a chair has said who this person is (`NamedTellers.unvouched`). */
  readonly isUnvouched: (personId: PersonId) => boolean;
}

function isSameName(one: string, other = ''): boolean {
  return textKey(one) === textKey(other);
}

type Effect = Ruling<SessionWithPapers, JointActionRefusal>;

function changeSubject(
  state: SessionWithPapers,
  subjectId: string,
  change: Partial<Pick<Subject, 'name' | 'position' | 'struckFor'>>,
): Effect {
  const { session } = state;
  if (session.state !== 'issued') return refuse('not-before-opening');
  const standing = standingSubjects(session);
  const present = standing.find(({ id }) => id === subjectId);
  if (present === undefined) return refuse('unknown-subject');
  // An organisation is called as it pleases.
  const isPerson = present.personId !== null;
  if (isPerson && change.name !== undefined && !isPersonName(change.name)) return refuse('bad-name');
  const isNewName = change.name !== undefined && textKey(change.name) !== textKey(present.name);
  if (isPerson && isNewName && session.tellers.some(({ byName, name }) => byName && isSameName(name, change.name))) {
    return refuse('teller-named-like-subject');
  }
  if (change.struckFor !== undefined && standing.length === 1) return refuse('last-subject');
  const subjects = session.subjects.map((subject) => (subject.id === subjectId ? { ...subject, ...change } : subject));
  return accept({ ...state, session: { ...session, subjects, listVersion: session.listVersion + 1, opening: null } });
}

/** The ceremony has to be run again with the new body of tellers. */
function replaceTeller(
  state: SessionWithPapers,
  action: JointAction & { kind: 'replace-teller' },
  context: JointContext,
): Effect {
  const { session } = state;
  if (session.state !== 'issued') return refuse('not-before-opening');
  if (!session.tellers.some(({ index }) => index === action.index)) return refuse('unknown-teller');
  const { personId } = action;
  const name = context.nameOf(personId);
  if (name === undefined) return refuse('unknown-person');
  const replacement: Teller = {
    ...{ index: action.index, personId, name },
    ...(context.isUnvouched(personId) && { byName: true }),
  };
  const tellers = session.tellers.map((teller) => (teller.index === action.index ? replacement : teller));
  // Other names that were entered were looked at before they were frozen, together with the years of birth.
  const body = tellers.map((teller) =>
    teller === replacement ? teller : { personId: teller.personId, name: teller.name },
  );
  const problem = findTellerProblem(session, body, session.settings.threshold, context.rules);
  if (problem !== undefined) return refuse(problem);
  const ceremony = session.ceremony === null ? null : stopped(session.ceremony, action.index);
  const replaced = { ...session, tellers, ceremony, rehearsal: null, opening: null };
  return accept({ ...state, session: overtakeProposals(replaced) });
}

function stopped(ceremony: Ceremony, index: number): Ceremony {
  return { ...ceremony, trustees: null, complaint: { by: index, against: null, reason: 'teller-replaced' } };
}

function replaceLostSheet(state: SessionWithPapers): Effect {
  const { session } = state;
  if (session.state !== 'issued' && session.state !== 'open') return refuse('papers-not-open');
  if (countPapers(state).sheetsLeft < 1) return refuse('no-sheet-left');
  return accept({ ...state, session: { ...session, replacedWithoutStub: session.replacedWithoutStub + 1 } });
}

/** Sheets that were counted as left over go back to the pile: they are counted anew with the next announcement. */
function returnToOpen(state: SessionWithPapers): Effect {
  const returned = onSession(state, decideReturnToOpen(state.session));
  if (!returned.ok) return returned;
  const papers = [...state.papers].map(([credential, paper]): [string, Paper] =>
    paper.fate === 'unused' ? [credential, { ...paper, fate: 'live' }] : [credential, paper],
  );
  return accept({ ...returned.value, papers: new Map(papers) });
}

/** Lets the box be closed with exactly the differences that were there when this was proposed. */
function closeWithDeviation(state: SessionWithPapers, decision: JointDecision): Effect {
  if (state.session.state !== 'counting') return refuse('not-counting');
  const problems = findLedgerProblems(state);
  if (problems.length === 0) return refuse('ledger-balances');
  return sameProblems(decision.problems ?? [], problems) ? accept(state) : refuse('ledger-changed', problems);
}

/** Ends the session early; nothing needs the links from voters to phone papers any more, nor the papers' channels. */
function cancel(state: SessionWithPapers, decision: JointDecision, now: Date): Effect {
  const by = chairOf(state.session, decision);
  const cancelled = onSession(state, decideCancelJointly(state.session, by, decision.reason, now));
  if (!cancelled.ok) return cancelled;
  const { session } = cancelled.value;
  const { cancellation } = session;
  if (cancellation === null) throw new TypeError('cancelled without saying so');
  const ledger = ledgerOf(state);
  return accept({ session: { ...session, cancellation: { ...cancellation, ledger } }, ...withoutTraces(state) });
}

function chairOf(session: Session, { signatures }: JointDecision): Actor {
  return signatures.find(({ capacity }) => capacity === 'chair')?.actor ?? session.chair;
}

function onSession(state: SessionWithPapers, decided: Ruling<Session, JointActionRefusal>): Effect {
  return decided.ok ? accept({ ...state, session: decided.value }) : decided;
}

/** The effect of a decision that chair and tellers have signed. */
export function applyJointAction(state: SessionWithPapers, decision: JointDecision, context: JointContext): Effect {
  const { session } = state;
  const { action, reason } = decision;
  switch (action.kind) {
    case 'correct-subject':
      return changeSubject(state, action.subjectId, { name: action.name, position: action.position });
    case 'strike-subject':
      return changeSubject(state, action.subjectId, { struckFor: reason });
    case 'replace-teller':
      return replaceTeller(state, action, context);
    case 'replace-lost-sheet':
      return replaceLostSheet(state);
    case 'end-phone-voting':
      return onSession(state, decideEndPhoneVoting(session, context.now, context.countdownSeconds, decision.id));
    case 'restart-countdown':
      return onSession(state, decideRestartCountdown(session, context.now, context.countdownSeconds, decision.id));
    case 'end-countdown':
      return onSession(state, decideEndCountdown(session, context.now));
    case 'return-to-open':
      return returnToOpen(state);
    case 'close-with-deviation':
      return closeWithDeviation(state, decision);
    case 'cancel':
      return cancel(state, decision, context.now);
    case 'declare-unopenable':
      return onSession(state, decideUnopenable(session, chairOf(session, decision), reason, context.now));
  }
}

export type DecideJointlyRefusal = JointActionRefusal | SignRefusal;

/** Puts the decision forward; what could not take effect now is refused at once, so that nobody signs in vain. */
export function decidePropose(
  state: SessionWithPapers,
  proposal: JointDecision,
  context: JointContext,
): Ruling<SessionWithPapers, DecideJointlyRefusal> {
  const decision: JointDecision =
    proposal.action.kind === 'close-with-deviation' ? { ...proposal, problems: findLedgerProblems(state) } : proposal;
  const attempt = applyJointAction(state, decision, context);
  if (!attempt.ok) return attempt;
  const proposed = { ...state, session: withDecision(state.session, decision) };
  return takeEffectIfSigned(proposed, decision, context);
}

/**
 * Adds a signature; the last one needed makes the decision effective in the same step. A decision that could not take
 * effect now takes no signature either.
 */
export function decideJointly(
  state: SessionWithPapers,
  decisionId: string,
  signature: Signature,
  context: JointContext,
): Ruling<SessionWithPapers, DecideJointlyRefusal> {
  const signed = decideSign(state.session, decisionId, signature);
  if (!signed.ok) return signed;
  const attempt = applyJointAction(state, signed.value, context);
  if (!attempt.ok) return attempt;
  const next = { ...state, session: withDecision(state.session, signed.value) };
  return takeEffectIfSigned(next, signed.value, context);
}

function takeEffectIfSigned(
  state: SessionWithPapers,
  decision: JointDecision,
  context: JointContext,
): Ruling<SessionWithPapers, DecideJointlyRefusal> {
  if (!isFullySigned(state.session, decision)) return accept(state);
  const effect = applyJointAction(state, decision, context);
  if (!effect.ok) return effect;
  const session = withDecision(effect.value.session, { ...decision, status: 'effective' });
  return accept({ ...effect.value, session });
}
