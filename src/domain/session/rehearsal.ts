import { accept, type Ruling, refuse } from '../ruling.ts';
import { ceremonyRound } from './ceremony.ts';
import type { Session, SessionId, Tally } from './session.ts';

export function decideStartRehearsal(session: Session, electionId: SessionId): Ruling<Session, 'rehearsal-needs-keys'> {
  if (session.state !== 'issued' || session.ceremony === null || ceremonyRound(session.ceremony) !== 'done') {
    return refuse('rehearsal-needs-keys');
  }
  return accept({ ...session, rehearsal: { electionId, state: 'open', ballots: 0, tally: null } });
}

export function decideCastRehearsal(session: Session): Ruling<Session, 'rehearsal-not-running'> {
  const { rehearsal } = session;
  if (session.state !== 'issued' || rehearsal?.state !== 'open') return refuse('rehearsal-not-running');
  return accept({ ...session, rehearsal: { ...rehearsal, ballots: rehearsal.ballots + 1 } });
}

export function decideCloseRehearsal(
  session: Session,
  tally: Tally,
): Ruling<Session, 'rehearsal-not-running' | 'rehearsal-without-ballots'> {
  const { rehearsal } = session;
  if (session.state !== 'issued' || rehearsal?.state !== 'open') return refuse('rehearsal-not-running');
  if (rehearsal.ballots === 0) return refuse('rehearsal-without-ballots');
  return accept({ ...session, rehearsal: { ...rehearsal, state: 'closed', tally } });
}

export function decidePassRehearsal(session: Session, tally: Tally): Ruling<Session, 'rehearsal-not-closed'> {
  const { rehearsal } = session;
  if (session.state !== 'issued' || rehearsal?.state !== 'closed') return refuse('rehearsal-not-closed');
  return accept({ ...session, rehearsal: { ...rehearsal, state: 'passed', tally } });
}

/** Tellers whose key card was not proven in the rehearsal: their share is not in it. */
export function unprovenTellers({ rehearsal, tellers }: Session): readonly number[] {
  const sent = new Set(rehearsal?.tally?.sharesOf ?? []);
  return tellers.map(({ index }) => index).filter((index) => !sent.has(index));
}

/**
 * Whether the rehearsal may be opened without everybody: with the threshold or more when the chair names exactly those
 * who are missing. Otherwise it waits, so that nobody who is still typing is cut off.
 */
export function checkFinishRehearsal(
  session: Session,
  named: readonly number[],
): Ruling<Tally, 'rehearsal-not-closed' | 'not-enough-shares' | 'missing-tellers-differ'> {
  const { rehearsal, settings } = session;
  if (session.state !== 'issued' || rehearsal?.state !== 'closed' || rehearsal.tally === null) {
    return refuse('rehearsal-not-closed');
  }
  if (rehearsal.tally.sharesOf.length < settings.threshold) return refuse('not-enough-shares');
  const missing = unprovenTellers(session);
  const sameNames = missing.length === named.length && missing.every((index) => named.includes(index));
  return sameNames ? accept({ ...rehearsal.tally, missing: [...named] }) : refuse('missing-tellers-differ');
}

/** Records a checked share of the rehearsal; with all of them it can be opened. */
export function decideRehearsalShare(
  session: Session,
  teller: number,
  proof: string,
): Ruling<Tally, 'rehearsal-not-closed' | 'share-already-sent'> {
  const { rehearsal } = session;
  if (session.state !== 'issued' || rehearsal?.state !== 'closed') return refuse('rehearsal-not-closed');
  const { tally } = rehearsal;
  if (tally === null) return refuse('rehearsal-not-closed');
  if (tally.sharesOf.includes(teller)) return refuse('share-already-sent');
  return accept({ ...tally, sharesOf: [...tally.sharesOf, teller], proofs: [...tally.proofs, proof] });
}
