import type * as contract from '../../contract/papers/papers.ts';
import { decideHandOutAll } from '../../domain/session/papers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSessionAndPapers } from '../meeting/session-call.ts';
import { withoutValue } from '../meeting/without-value.ts';

export function handOutAll(deps: Deps, { params, body }: Call<typeof contract.handOutAll>) {
  return withoutValue(
    changeSessionAndPapers(deps, params.sessionId, (state) => decideHandOutAll(state, body.voterIds)),
  );
}
