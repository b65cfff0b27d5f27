import type * as contract from '../../contract/half-term/half-term.ts';
import { decideWriteReview } from '../../domain/half-term/review.ts';
import { refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { shown } from './shown-review.ts';

export async function writeReview(
  deps: Deps,
  { params: { committeeId }, query: { term }, body }: Call<typeof contract.writeReview>,
) {
  const session = body.sessionId === null ? undefined : await deps.store.sessions.find(body.sessionId);
  if (body.sessionId !== null && session?.committeeId !== committeeId) return refuse('session-of-another-committee');
  const written = await deps.store.halfTerm.change(committeeId, term, (known) =>
    decideWriteReview(known, { ...body, committeeId, term }),
  );
  return shown(deps, written);
}
