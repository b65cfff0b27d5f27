import { accept, type Ruling, refuse } from '../ruling.ts';
import type { Session } from './session.ts';

/** A teller's key card was read once more while the box is open; that it was is all that is noted, and once. */
export function decideCardRead(session: Session, teller: number): Ruling<Session, 'session-not-open'> {
  if (session.state !== 'open' && session.state !== 'counting') return refuse('session-not-open');
  const read = session.cardsRead ?? [];
  return accept(read.includes(teller) ? session : { ...session, cardsRead: [...read, teller] });
}
