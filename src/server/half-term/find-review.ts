import type { ReviewView } from '../../contract/half-term/half-term.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { HalfTermReview } from '../../domain/half-term/review.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { conferenceLengthOf } from './conference-length-of.ts';
import { reviewView } from './views.ts';

type Found<Value> = Ruling<Value, 'no-half-term-review'>;

export async function findReview(
  { store }: Deps,
  committee: CommitteeId,
  term: string,
): Promise<Found<HalfTermReview>> {
  const review = await store.halfTerm.find(committee, term);
  return review === undefined ? refuse('no-half-term-review') : accept(review);
}

/** The review of the conference at which a session is held. */
export async function findReviewOf(deps: Deps, id: SessionId): Promise<Found<HalfTermReview>> {
  const session = await deps.store.sessions.find(id);
  if (session === undefined) return refuse('no-half-term-review');
  const { committeeId } = session;
  const term = await deps.store.halfTerm.termOf(committeeId, id);
  return term === undefined ? refuse('no-half-term-review') : findReview(deps, committeeId, term);
}

/** A review as its readers see it. */
export async function showReview(deps: Deps, review: HalfTermReview): Promise<ReviewView> {
  const { committeeId, term } = review;
  const committee = await deps.store.committees.find(committeeId);
  return reviewView(review, {
    committee,
    conferenceLength: committee === undefined ? null : await conferenceLengthOf(deps, committee, term),
    reports: await deps.store.halfTerm.reports(committeeId, term),
  });
}
