import type * as contract from '../../contract/papers/papers.ts';
import { decideGiveUpPhonePapers } from '../../domain/session/papers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSessionAndPapers } from '../meeting/session-call.ts';
import { withoutValue } from '../meeting/without-value.ts';

export function giveUpPhonePapers(deps: Deps, { params }: Call<typeof contract.giveUpPhonePapers>) {
  return withoutValue(changeSessionAndPapers(deps, params.sessionId, decideGiveUpPhonePapers));
}
