import type * as contract from '../../contract/half-term/half-term.ts';
import { decideReopenReview } from '../../domain/half-term/review.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';

export async function removeReport(deps: Deps, { params, query }: Call<typeof contract.removeReport>) {
  const removed = await deps.store.halfTerm.removeReport(params.committeeId, query.term, params, decideReopenReview);
  // A report without its review is none.
  return removed.ok ? accept(undefined) : refuse('unknown-report');
}
