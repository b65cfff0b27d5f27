import type * as contract from '../../contract/papers/papers.ts';
import { decideTakeBack } from '../../domain/session/papers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSessionAndPapers } from '../meeting/session-call.ts';
import { withoutValue } from '../meeting/without-value.ts';

export function takeBack(deps: Deps, { params }: Call<typeof contract.takeBack>) {
  return withoutValue(changeSessionAndPapers(deps, params.sessionId, (state) => decideTakeBack(state, params.voterId)));
}
