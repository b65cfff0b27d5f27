import { accept, type Ruling, refuse } from '../ruling.ts';
import type { Session, VoterId } from './session.ts';

/** Records who is present. Repeated until opening, which fixes it. */
export function decideRecordAttendance(
  session: Session,
  present: ReadonlySet<VoterId>,
  now: Date,
): Ruling<Session, 'not-before-opening' | 'unknown-voter'> {
  if (session.state !== 'issued') return refuse('not-before-opening');
  const known = new Set([...session.roll, ...session.nonVoters].map(({ id }) => id));
  if ([...present].some((id) => !known.has(id))) return refuse('unknown-voter');
  const ticked = <One extends { readonly id: VoterId }>(one: One) => ({ ...one, present: present.has(one.id) });
  const [roll, nonVoters] = [session.roll.map(ticked), session.nonVoters.map(ticked)];
  return accept({ ...session, roll, nonVoters, attendanceRecordedAt: now.toISOString() });
}

/** Voters who are present: no more ballots than that can be collected. */
export function countPresent(session: Pick<Session, 'roll'>): number {
  return session.roll.filter(({ present }) => present).length;
}

/** Everybody summoned, with or without a vote, and how many of them are present: what a quorum is counted from. */
export function attendanceOf(session: Pick<Session, 'roll' | 'nonVoters'>): { summoned: number; present: number } {
  const others = session.nonVoters.filter(({ present }) => present).length;
  return { summoned: session.roll.length + session.nonVoters.length, present: countPresent(session) + others };
}
