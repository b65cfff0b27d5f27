import type * as contract from '../../contract/decisions/decisions.ts';
import { decideJointly } from '../../domain/session/joint-action.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSessionAndPapers } from '../meeting/session-call.ts';
import { contextFor, shown, signerFor } from './signatures.ts';

export async function signDecision(deps: Deps, { params, caller, held }: Call<typeof contract.signDecision>) {
  const session = await deps.store.sessions.find(params.sessionId);
  const action = session?.decisions.find(({ id }) => id === params.decisionId)?.action;
  const context = await contextFor(deps, action);
  const sign = await signerFor(deps, caller, held);
  const decided = await changeSessionAndPapers(deps, params.sessionId, (state) => {
    const decision = state.session.decisions.find(({ id }) => id === params.decisionId);
    const signature = sign(state.session, decision?.signatures ?? []);
    return signature.ok ? decideJointly(state, params.decisionId, signature.value, context) : signature;
  });
  return shown(decided, params.decisionId);
}
