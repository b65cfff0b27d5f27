import type { Actor } from '../account/actor.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import type { Annulment, Session, SessionState } from './session.ts';

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

/** Keys that can still open the totals: those not reported lost, and those already used. */
export function survivingKeys(session: Session): number {
  const used = new Set(session.tally?.sharesOf ?? []);
  return session.tellers.filter(({ index }) => used.has(index) || !session.lostKeys.includes(index)).length;
}

/** States in which no key opens anything any more: minutes tell of those that were left before. */
const over: readonly SessionState[] = ['tallied', 'published', 'cancelled', 'unopenable'];

/** A teller reports the own key card lost; saying so twice, or once the session is over, changes nothing. */
export function reportLostKey(session: Session, teller: number): Session {
  if (over.includes(session.state)) return session;
  return session.lostKeys.includes(teller) ? session : { ...session, lostKeys: [...session.lostKeys, teller] };
}
