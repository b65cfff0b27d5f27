import type * as contract from '../../contract/papers/papers.ts';
import { decideHandOut } from '../../domain/session/papers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSessionAndPapers } from '../meeting/session-call.ts';
import { withoutValue } from '../meeting/without-value.ts';

export function handOut(deps: Deps, { params }: Call<typeof contract.handOut>) {
  return withoutValue(changeSessionAndPapers(deps, params.sessionId, (state) => decideHandOut(state, params.voterId)));
}
