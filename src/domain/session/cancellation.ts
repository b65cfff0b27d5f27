import type { Actor } from '../account/actor.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import type { Session, SessionState } from './session.ts';
import { overtakeProposals } from './sign-decision.ts';

/** Before opening the chair cancels alone; afterwards only a joint decision does. */
export function decideCancelBeforeOpening(
  session: Session,
  by: Actor,
  reason: string,
  now: Date,
): Ruling<Session, 'joint-decision-needed' | 'cannot-be-cancelled'> {
  const afterOpening: readonly SessionState[] = ['open', 'counting'];
  if (afterOpening.includes(session.state)) return refuse('joint-decision-needed');
  if (session.state !== 'draft' && session.state !== 'issued') return refuse('cannot-be-cancelled');
  return accept(cancelled(session, by, reason, now));
}

/** Cancels by joint decision, after opening and before closing: a closed box is opened, or cannot be (unopenable.ts). */
export function decideCancelJointly(
  session: Session,
  by: Actor,
  reason: string,
  now: Date,
): Ruling<Session, 'cannot-be-cancelled'> {
  return session.state === 'open' || session.state === 'counting'
    ? accept(cancelled(session, by, reason, now))
    : refuse('cannot-be-cancelled');
}

function cancelled(session: Session, by: Actor, reason: string, now: Date): Session {
  return {
    ...overtakeProposals(session),
    state: 'cancelled',
    cancellation: { by, at: now.toISOString(), reason, from: session.state },
  };
}
