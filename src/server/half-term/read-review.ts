import type * as contract from '../../contract/half-term/half-term.ts';
import { unwrittenReview } from '../../domain/half-term/review.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { showReview } from './find-review.ts';

export async function readReview(
  deps: Deps,
  { params: { committeeId }, query: { term } }: Call<typeof contract.readReview>,
) {
  const review = await deps.store.halfTerm.find(committeeId, term);
  return accept(await showReview(deps, review ?? unwrittenReview(committeeId, term)));
}
