import { computeOutcome, type VoteOutcome } from '../result/outcome.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import { currentAnnouncement } from './counting.ts';
import type { Session, Tally } from './session.ts';

/** A teller's partial decryption may come in: the box is closed and the teller typed the announced number. */
export function checkShare(
  session: Session,
  teller: number,
  typedCollected: number,
): Ruling<Tally, 'not-closed' | 'share-already-sent' | 'announced-number-differs'> {
  const { tally } = session;
  if (session.state !== 'closed' || tally === null || tally.result !== null) return refuse('not-closed');
  if (typedCollected !== currentAnnouncement(session)?.collected) return refuse('announced-number-differs');
  if (tally.sharesOf.includes(teller)) return refuse('share-already-sent');
  return accept(tally);
}

/** Records a checked partial decryption with its supplementary proof. */
export function decideShare(
  session: Session,
  teller: number,
  typedCollected: number,
  proof: string,
): Ruling<Session, 'not-closed' | 'share-already-sent' | 'announced-number-differs'> {
  const checked = checkShare(session, teller, typedCollected);
  if (!checked.ok) return checked;
  const tally = checked.value;
  return accept({
    ...session,
    tally: { ...tally, sharesOf: [...tally.sharesOf, teller], proofs: [...tally.proofs, proof] },
  });
}

/** Tellers whose share is still awaited. */
export function missingTellers(session: Session): readonly number[] {
  const sent = new Set(session.tally?.sharesOf ?? []);
  return session.tellers.map(({ index }) => index).filter((index) => !sent.has(index));
}

export type FinishRefusal = 'not-closed' | 'not-enough-shares' | 'missing-tellers-differ';

/**
 * Whether the totals may be opened now: with all shares by itself, with the threshold or more when the chair names
 * exactly those who are missing.
 */
export function checkFinishTally(session: Session, named: readonly number[]): Ruling<Tally, FinishRefusal> {
  const { tally } = session;
  if (session.state !== 'closed' || tally === null || tally.result !== null) return refuse('not-closed');
  if (tally.sharesOf.length < session.settings.threshold) return refuse('not-enough-shares');
  const missing = missingTellers(session);
  const sameNames = missing.length === named.length && missing.every((index) => named.includes(index));
  return sameNames ? accept(tally) : refuse('missing-tellers-differ');
}

export function decideFinishTally(
  session: Session,
  named: readonly number[],
  result: readonly (readonly number[])[],
  now: Date,
): Ruling<Session, FinishRefusal> {
  const checked = checkFinishTally(session, named);
  if (!checked.ok) return checked;
  const tally: Tally = { ...checked.value, missing: [...named], result, resultAt: now.toISOString() };
  return accept({ ...session, state: 'tallied', tally });
}

/** Ballots that were wholly invalid, over all reasons. */
export function countInvalidSheets(session: Session): number {
  return Object.values(session.invalidSheets).reduce((sum, count) => sum + count, 0);
}

/** Counts, percentages and tiers of a tallied session; undefined before the totals are open. */
export function outcomeOf(session: Session): VoteOutcome | undefined {
  const { tally } = session;
  if (tally === null || tally.result === null) return undefined;
  const computed = computeOutcome(session.form, {
    totals: tally.result,
    collected: tally.counted,
    rollSize: session.roll.length,
  });
  // The totals were checked against the record before they were stored: others are a bug.
  if (!computed.ok) throw new Error(`stored totals of ${session.id} are refused: ${computed.refusal}`);
  return computed.outcome;
}
