import type { ReviewView } from '../../contract/half-term.ts';
import { type Committee, type CommitteeId, directorOf } from '../../domain/committee.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import type { ConferenceLength } from '../../domain/half-term/conference-length.ts';
import type { HalfTermReview } from '../../domain/half-term/review.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { reviewView } from './views.ts';

type Found<Value> = Decision<Value, 'no-half-term-review'>;

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
  return reviewView(review, {
    committee: await deps.store.committees.find(committeeId),
    ofPlan: await lengthInPlan(deps, committeeId, term),
    reports: await deps.store.halfTerm.reports(committeeId, term),
  });
}

/** What a plan of this term says of the committee's level, of those that it follows the nearest one's. */
async function lengthInPlan({ store }: Deps, id: CommitteeId, term: string): Promise<ConferenceLength | null> {
  const own = await store.committees.find(id);
  const issuers = new Set<CommitteeId>();
  for (let at: CommitteeId | null = id; at !== null && !issuers.has(at); ) {
    issuers.add(at);
    const one: Committee | undefined = await store.committees.find(at);
    at = one === undefined ? null : directorOf(one);
  }
  const plans = (await store.plans.of([...issuers])).filter((plan) => plan.issued !== null && plan.terms.term === term);
  for (const issuer of issuers) {
    for (const plan of plans.filter(({ issuerId }) => issuerId === issuer)) {
      const ofLevel = plan.terms.deadlines.find(({ level }) => level === own?.level);
      if (ofLevel?.conferenceDays) return ofLevel.conferenceDays;
    }
  }
  return null;
}
