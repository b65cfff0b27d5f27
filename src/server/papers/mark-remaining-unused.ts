import type * as contract from '../../contract/papers/papers.ts';
import { decideMarkRemaining } from '../../domain/session/unused-sheets.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSessionAndPapers } from '../meeting/session-call.ts';
import { withoutValue } from '../meeting/without-value.ts';

export function markRemainingUnused(deps: Deps, { params, body }: Call<typeof contract.markRemainingUnused>) {
  return withoutValue(
    changeSessionAndPapers(deps, params.sessionId, (state) => decideMarkRemaining(state, body.leftOver)),
  );
}
