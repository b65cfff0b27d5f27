import type * as contract from '../../contract/half-term/half-term.ts';
import { refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { findReviewOf } from './find-review.ts';
import { reportFile } from './report-file.ts';

export async function readSessionReport(deps: Deps, { params }: Call<typeof contract.readSessionReport>) {
  const review = await findReviewOf(deps, params.sessionId);
  if (!review.ok) return refuse('unknown-report');
  const { committeeId, term } = review.value;
  return reportFile(deps, committeeId, term, params);
}
