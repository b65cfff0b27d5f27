import type * as contract from '../../contract/half-term/half-term.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { findReviewOf } from './find-review.ts';

export async function readSessionReport(deps: Deps, { params }: Call<typeof contract.readSessionReport>) {
  const review = await findReviewOf(deps, params.sessionId);
  if (!review.ok) return refuse('unknown-report');
  const { committeeId, term } = review.value;
  const bytes = await deps.store.halfTerm.readReport(committeeId, term, params);
  return bytes === undefined ? refuse('unknown-report') : accept(bytes);
}
