import type { Actor } from '../account/actor.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import { survivingKeys } from './publication.ts';
import type { Session, SessionState } from './session.ts';
import { overtakeProposals } from './sign-decision.ts';

/** Before opening the chair cancels alone; afterwards only a joint decision does. */
export function decideCancelBeforeOpening(
  session: Session,
  by: Actor,
  reason: string,
  now: Date,
): Ruling<Session, 'joint-decision-needed' | 'cannot-be-cancelled'> {
  const afterOpening: readonly SessionState[] = ['open', 'counting', 'closed'];
  if (afterOpening.includes(session.state)) return refuse('joint-decision-needed');
  if (session.state !== 'draft' && session.state !== 'issued') return refuse('cannot-be-cancelled');
  return accept(cancelled(session, by, reason, now));
}

/**
 * Cancels by joint decision, after opening. Once closed the totals exist, sealed: a session may then be cancelled only
 * when fewer keys than the threshold survive.
 */
export function decideCancelJointly(
  session: Session,
  by: Actor,
  reason: string,
  now: Date,
): Ruling<Session, 'enough-keys-survive' | 'cannot-be-cancelled'> {
  switch (session.state) {
    case 'open':
    case 'counting':
      return accept(cancelled(session, by, reason, now));
    case 'closed':
      return survivingKeys(session) >= session.settings.threshold
        ? refuse('enough-keys-survive')
        : accept(cancelled(session, by, reason, now));
    default:
      return refuse('cannot-be-cancelled');
  }
}

function cancelled(session: Session, by: Actor, reason: string, now: Date): Session {
  return {
    ...overtakeProposals(session),
    state: 'cancelled',
    cancellation: { by, at: now.toISOString(), reason, from: session.state },
  };
}
