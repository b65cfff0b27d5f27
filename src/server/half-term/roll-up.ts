import type { CommitteeId } from '../../domain/committee/committee.ts';
import { countTargets } from '../../domain/half-term/target.ts';
import type { Deps } from '../deps.ts';

/** More than stand below any committee. */
const mostSubordinates = 10_000;

/** Target counts of the committees that stand directly below today, and their sum. */
export async function readTargetsBelow({ store }: Deps, superior: CommitteeId, term: string) {
  const below = await store.committees.subordinates(superior, { limit: mostSubordinates });
  const ids = below.map(({ committee }) => committee.id);
  const reviews = new Map((await store.halfTerm.ofTerm(ids, term)).map((one) => [one.committeeId, one]));
  const rows = below.map(({ committee: { id, name, rank } }) => {
    const review = reviews.get(id);
    const counts = review === undefined ? null : countTargets(review.targets);
    return { committeeId: id, name, rank, counts, finishedAt: review?.finishedAt ?? null };
  });
  return { rows, total: countTargets([...reviews.values()].flatMap(({ targets }) => targets)) };
}
