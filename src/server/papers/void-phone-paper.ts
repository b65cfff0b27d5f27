import type * as contract from '../../contract/papers/papers.ts';
import { decideVoidPhonePaper } from '../../domain/session/papers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSessionAndPapers } from '../meeting/session-call.ts';
import { withoutValue } from '../meeting/without-value.ts';
import { findOwnVoter } from './own-voter.ts';

/** A voter's own. */
export async function voidPhonePaper(deps: Deps, { params, caller }: Call<typeof contract.voidPhonePaper>) {
  const voter = await findOwnVoter(deps, params.sessionId, caller);
  if (!voter.ok) return voter;
  return withoutValue(
    changeSessionAndPapers(deps, params.sessionId, (state) => decideVoidPhonePaper(state, voter.value)),
  );
}
