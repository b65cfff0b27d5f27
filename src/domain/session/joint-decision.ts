import { z } from 'zod';
import { type PersonId, personId } from '../roster/person.ts';
import { accept, type Problem, type Ruling, refuse } from '../ruling.ts';
import type { Actor, Instant, Session } from './session.ts';

/** As a request gives it; whether there is such a subject is the decision's. */
const anySubject = z.string().max(64);

/** What chair and tellers decide together, each signing with their own account (design §3). */
export const jointActionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('correct-subject'),
    subjectId: anySubject,
    name: z.string().trim().min(1).max(200),
    position: z.string().trim().min(1).max(300),
  }),
  z.object({ kind: z.literal('strike-subject'), subjectId: anySubject }),
  z.object({ kind: z.literal('replace-teller'), index: z.int().min(1), personId }),
  z.object({ kind: z.literal('replace-lost-sheet') }),
  z.object({ kind: z.literal('end-phone-voting') }),
  z.object({ kind: z.literal('restart-countdown') }),
  z.object({ kind: z.literal('end-countdown') }),
  z.object({ kind: z.literal('return-to-open') }),
  z.object({ kind: z.literal('close-with-deviation') }),
  z.object({ kind: z.literal('cancel') }),
]);
export type JointAction = z.infer<typeof jointActionSchema>;
export type JointActionKind = JointAction['kind'];

/** How many tellers sign beside the chair. Where fewer tellers exist, all of them do. */
export const tellersNeeded = {
  'correct-subject': 2,
  'strike-subject': 2,
  'replace-teller': 2,
  'replace-lost-sheet': 2,
  'end-phone-voting': 1,
  'restart-countdown': 1,
  'end-countdown': 1,
  'return-to-open': 2,
  'close-with-deviation': 2,
  cancel: 2,
} satisfies Record<JointActionKind, number>;

export interface Signature {
  readonly actor: Actor;
  /** Who signed, whichever account it was; null for an account without a person, absent in decisions of earlier releases. */
  readonly personId?: PersonId | null;
  readonly capacity: 'chair' | 'teller';
  readonly at: Instant;
}

export interface JointDecision {
  readonly id: string;
  readonly action: JointAction;
  readonly reason: string;
  readonly signatures: readonly Signature[];
  /** Where the ledger did not balance when closing with a deviation was proposed: what is signed, and nothing else. */
  readonly problems?: readonly Problem[];
  /** `overtaken`: the session moved on before it was signed by all. */
  readonly status: 'proposed' | 'effective' | 'overtaken';
}

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
