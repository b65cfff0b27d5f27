import type * as contract from '../../contract/half-term/half-term.ts';
import { decideFinishReview } from '../../domain/half-term/review.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { shown } from './shown-review.ts';

export async function finishReview(
  deps: Deps,
  { params: { committeeId }, query: { term }, body: { version } }: Call<typeof contract.finishReview>,
) {
  const now = deps.clock();
  return shown(
    deps,
    await deps.store.halfTerm.change(committeeId, term, (known) => decideFinishReview(known, version, now)),
  );
}
