import type * as contract from '../../contract/half-term/half-term.ts';
import { countTargets } from '../../domain/half-term/target.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';

export async function listReviews(deps: Deps, { params }: Call<typeof contract.listReviews>) {
  const reviews = await deps.store.halfTerm.list(params.committeeId);
  return accept(reviews.map(({ term, targets, finishedAt }) => ({ term, counts: countTargets(targets), finishedAt })));
}
