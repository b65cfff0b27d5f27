import type * as contract from '../../contract/decisions/decisions.ts';
import { sameContent } from '../../domain/creation.ts';
import { accept } from '../../domain/ruling.ts';
import { decidePropose } from '../../domain/session/joint-action.ts';
import type { JointDecision, Signature } from '../../domain/session/joint-decision.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { changeSessionAndPapers } from '../meeting/session-call.ts';
import { contextFor, shown, signerFor } from './signatures.ts';

export async function proposeDecision(
  deps: Deps,
  { params, body, caller, held, about }: Call<typeof contract.proposeDecision>,
) {
  const id = body.id ?? uuid(deps.random);
  const context = await contextFor(deps, body.action);
  const sign = await signerFor(deps, caller, held);
  const decided = await changeSessionAndPapers(deps, params.sessionId, (state) => {
    const signature = sign(state.session, []);
    if (!signature.ok) return signature;
    const { action, reason } = body;
    const made = findMade(
      about,
      state.session.decisions.find((one) => one.id === id),
      (one) => sameContent([one.action, one.reason], [action, reason]) && isFirst(one, signature.value),
    );
    if (!made.ok || made.value !== undefined) return made.ok ? accept(state) : made;
    const decision: JointDecision = { id, action, reason, status: 'proposed', signatures: [signature.value] };
    return decidePropose(state, decision, context);
  });
  return shown(decided, id);
}

/** Whether this account put the decision forward. */
function isFirst({ signatures }: JointDecision, { actor }: Signature): boolean {
  return signatures[0]?.actor.accountId === actor.accountId;
}
