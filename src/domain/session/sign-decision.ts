import { accept, type Ruling, refuse } from '../ruling.ts';
import { type JointDecision, type Signature, tellersNeeded } from './joint-decision.ts';
import type { Session } from './session.ts';

export type SignRefusal = 'unknown-decision' | 'decision-not-pending' | 'already-signed';

/** True once the chair and enough tellers have signed. */
export function isFullySigned(session: Session, decision: JointDecision): boolean {
  const chair = decision.signatures.find((signature) => signature.capacity === 'chair');
  const others = decision.signatures.filter(({ capacity }) => capacity === 'teller');
  const tellers = others.filter((one, index) => ![chair, ...others.slice(0, index)].some(isSamePerson(one))).length;
  return chair !== undefined && tellers >= Math.min(tellersNeeded[decision.action.kind], session.tellers.length);
}

/** A person is not an account: two signatures of one person are one. */
function isSamePerson(one: Signature): (other: Signature | undefined) => boolean {
  return (other) =>
    other !== undefined &&
    (other.actor.accountId === one.actor.accountId || (one.personId != null && other.personId === one.personId));
}

/** Adds one signature; a person signs a decision once, in one capacity. */
export function decideSign(
  session: Session,
  decisionId: string,
  signature: Signature,
): Ruling<JointDecision, SignRefusal> {
  const decision = session.decisions.find(({ id }) => id === decisionId);
  if (decision === undefined) return refuse('unknown-decision');
  if (decision.status !== 'proposed') return refuse('decision-not-pending');
  if (decision.signatures.some(isSamePerson(signature))) return refuse('already-signed');
  return accept({ ...decision, signatures: [...decision.signatures, signature] });
}

/** What was only proposed has no meaning any more once the session moves on. */
export function overtakeProposals(session: Session): Session {
  const decisions = session.decisions.map((decision) =>
    decision.status === 'proposed' ? { ...decision, status: 'overtaken' as const } : decision,
  );
  return { ...session, decisions };
}

export function withDecision(session: Session, decision: JointDecision): Session {
  const known = session.decisions.some(({ id }) => id === decision.id);
  return {
    ...session,
    decisions: known
      ? session.decisions.map((other) => (other.id === decision.id ? decision : other))
      : [...session.decisions, decision],
  };
}
