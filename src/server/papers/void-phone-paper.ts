import type * as contract from '../../contract/papers/papers.ts';
import { decideVoidPhonePaper } from '../../domain/session/papers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changePaper, voterOf } from './change-papers.ts';

export async function voidPhonePaper(deps: Deps, { params, caller }: Call<typeof contract.voidPhonePaper>) {
  const voter = await voterOf(deps, params.sessionId, caller);
  if (!voter.ok) return voter;
  return changePaper(deps, params.sessionId, (state) => decideVoidPhonePaper(state, voter.value));
}
