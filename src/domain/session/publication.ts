import type { Actor } from '../account/actor.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import type { Annulment, Session, SessionState } from './session.ts';
import { overtakeProposals } from './sign-decision.ts';

export type PublishRefusal = 'not-tallied' | 'signed-minutes-missing' | 'published-already';

/**
 * Publishes to the committee and its directly superior committee; the signed minutes must be attached.
 * @param signedMinutesHash of their scan as it is attached at this moment; undefined where there is none
 */
export function decidePublish(
  session: Session,
  signedMinutesHash: string | undefined,
  by: Actor,
  now: Date,
): Ruling<Session, PublishRefusal> {
  if (session.state === 'published') return refuse('published-already');
  if (session.state !== 'tallied') return refuse('not-tallied');
  if (signedMinutesHash === undefined) return refuse('signed-minutes-missing');
  const publication = { by, at: now.toISOString(), signedMinutesHash, annulment: null };
  return accept({ ...session, state: 'published', publication });
}

export type AnnulRefusal = 'not-published' | 'annulled-already';

/** A superior annotates a published result as annulled, naming its decision; nothing is deleted. */
export function decideAnnul(session: Session, annulment: Annulment): Ruling<Session, AnnulRefusal> {
  const { publication } = session;
  if (session.state !== 'published' || publication === null) return refuse('not-published');
  if (publication.annulment !== null) return refuse('annulled-already');
  return accept({ ...session, publication: { ...publication, annulment } });
}

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

/** Keys that can still open the totals: those not reported lost, and those already used. */
export function survivingKeys(session: Session): number {
  const used = new Set(session.tally?.sharesOf ?? []);
  return session.tellers.filter(({ index }) => used.has(index) || !session.lostKeys.includes(index)).length;
}

function cancelled(session: Session, by: Actor, reason: string, now: Date): Session {
  return {
    ...overtakeProposals(session),
    state: 'cancelled',
    cancellation: { by, at: now.toISOString(), reason, from: session.state },
  };
}

/** A teller reports the own key card lost; saying so twice changes nothing. */
export function reportLostKey(session: Session, teller: number): Session {
  return session.lostKeys.includes(teller) ? session : { ...session, lostKeys: [...session.lostKeys, teller] };
}
