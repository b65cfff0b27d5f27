import type { ReviewView } from '../../contract/half-term/half-term.ts';
import { type Committee, type CommitteeId, directorOf } from '../../domain/committee/committee.ts';
import { usualLength } from '../../domain/half-term/conference-length.ts';
import type { Deps } from '../deps.ts';

/**
 * How long a committee's conference is to last: what an issued plan of this term sets for its rank, of those that it
 * follows the nearest issuer's, otherwise what is usual at the rank.
 */
export async function conferenceLengthOf(
  deps: Deps,
  committee: Committee,
  term: string,
): Promise<ReviewView['conferenceLength']> {
  const issuers = await issuersAbove(deps, committee);
  const plans = (await deps.store.plans.of(issuers)).filter(
    (plan) => plan.issued !== null && plan.provisions.term === term,
  );
  for (const issuer of issuers) {
    for (const { provisions } of plans.filter(({ issuerId }) => issuerId === issuer)) {
      const ofRank = provisions.deadlines.find(({ rank }) => rank === committee.rank);
      const { number, title } = provisions;
      if (ofRank?.conferenceDays) return { ...ofRank.conferenceDays, plan: { number, title } };
    }
  }
  const usual = usualLength(committee.rank);
  return usual === undefined ? null : { ...usual, plan: null };
}

/** Police, army and border guard go by their own sector at each step (docs/rules.md). */
async function issuersAbove({ store }: Deps, committee: Committee): Promise<readonly CommitteeId[]> {
  const issuers = new Set<CommitteeId>();
  for (let at: Committee | undefined = committee; at !== undefined && !issuers.has(at.id); ) {
    issuers.add(at.id);
    const director: CommitteeId | null = directorOf(at);
    at = director === null ? undefined : await store.committees.find(director);
  }
  return [...issuers];
}
