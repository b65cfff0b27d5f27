import type * as contract from '../../contract/half-term/half-term.ts';
import { decideReopenReview } from '../../domain/half-term/review.ts';
import { refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { isPdf } from '../kit/is-pdf.ts';
import { shown } from './shown-review.ts';

export async function attachReport(deps: Deps, { params, query, body }: Call<typeof contract.attachReport>) {
  if (!isPdf(body)) return refuse('not-a-pdf');
  const { committeeId, period, kind } = params;
  const report = { period, kind, bytes: body };
  return shown(deps, await deps.store.halfTerm.putReport(committeeId, query.term, report, decideReopenReview));
}
