import type { Actor } from '../account/actor.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import type { Session } from './session.ts';

/**
 * Records the chair's decision that phones may vote over a connection without TLS, on the hall's own network, or takes
 * it back (promise 8). Ballots are sealed all the same; what a listener there could learn is who asks when. While the box
 * is open it can still be allowed, as that phones cannot vote may be seen only then; but not taken back, as ballots may
 * have come so.
 */
export function decideAllowPlainVoting(
  session: Session,
  allowed: boolean,
  by: Actor,
  now: Date,
): Ruling<Session, 'not-before-opening'> {
  if (session.state === 'open' && allowed) {
    if (session.plainVoting !== null) return accept(session);
  } else if (session.state !== 'draft' && session.state !== 'issued') return refuse('not-before-opening');
  const plainVoting = allowed ? { by, at: now.toISOString(), used: false } : null;
  return accept({ ...session, plainVoting });
}

/** The session after a ballot that came without TLS; no more than that there was one. */
export function withPlainBallot(session: Session): Session {
  const { plainVoting } = session;
  return plainVoting === null || plainVoting.used
    ? session
    : { ...session, plainVoting: { ...plainVoting, used: true } };
}
