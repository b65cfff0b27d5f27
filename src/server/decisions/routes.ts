import * as contract from '../../contract/decisions/decisions.ts';
import type { Principal, Relation } from '../../domain/account/relations.ts';
import { sameContent } from '../../domain/creation.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { decideJointly, decidePropose, type JointContext } from '../../domain/session/joint-action.ts';
import type { JointAction, JointDecision, Signature } from '../../domain/session/joint-decision.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { findTeller, type Session } from '../../domain/session/session.ts';
import type { RouteContext } from '../http/gate.ts';
import { type Call, route } from '../http/route.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { actorOf, changePapers, personIdOf } from '../meeting/session-call.ts';

/** Decisions that take effect once the chair and enough tellers have signed, each with their own account. */
export function decisionRoutes(keeper: RouteContext): void {
  const { deps } = keeper;

  route(keeper, contract.proposeDecision, async ({ params, body, caller, held, about }) => {
    const id = body.id ?? uuid(deps.random);
    const context = await contextFor(body.action);
    const sign = await signing(caller, held);
    const decided = await changePapers(deps, params.sessionId, (state) => {
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
  });

  route(keeper, contract.signDecision, async ({ params, caller, held }: Call<typeof contract.signDecision>) => {
    const session = await deps.store.sessions.find(params.sessionId);
    const action = session?.decisions.find(({ id }) => id === params.decisionId)?.action;
    const context = await contextFor(action);
    const sign = await signing(caller, held);
    const decided = await changePapers(deps, params.sessionId, (state) => {
      const decision = state.session.decisions.find(({ id }) => id === params.decisionId);
      const signature = sign(state.session, decision?.signatures ?? []);
      return signature.ok ? decideJointly(state, params.decisionId, signature.value, context) : signature;
    });
    return shown(decided, params.decisionId);
  });

  async function contextFor(action: JointAction | undefined): Promise<JointContext> {
    const person =
      action?.kind === 'replace-teller' ? await deps.store.committees.findPerson(action.personId) : undefined;
    return {
      now: deps.clock(),
      countdownSeconds: deps.config.countdownSeconds,
      rules: { singleTellerAllowed: deps.config.singleTeller },
      nameOf: (id: PersonId) => (person?.id === id ? person.name : undefined),
    };
  }

  async function signing(
    caller: Principal,
    held: ReadonlySet<Relation>,
  ): Promise<(session: Session, signatures: readonly Signature[]) => Ruling<Signature, 'not-found'>> {
    const actor = await actorOf(deps, caller);
    const at = deps.clock().toISOString();
    return (session, signatures) => {
      const personId = personIdOf(caller);
      const isTeller = findTeller(session, personId) !== undefined;
      // Whoever was a teller at the door may have been replaced since.
      if (!isTeller && !held.has('chair')) return refuse('not-found');
      return accept({ actor, personId, capacity: capacityOf(held.has('chair'), isTeller, signatures), at });
    };
  }
}

/** Whether this account put the decision forward. */
function isFirst({ signatures }: JointDecision, { actor }: Signature): boolean {
  return signatures[0]?.actor.accountId === actor.accountId;
}

/** Somebody who is both signs as chair, for which there is hardly anybody else, unless the chair has signed. */
function capacityOf(isChair: boolean, isTeller: boolean, signatures: readonly Signature[]): Signature['capacity'] {
  const chairSigned = signatures.some(({ capacity }) => capacity === 'chair');
  return isChair && !(isTeller && chairSigned) ? 'chair' : 'teller';
}

function shown<Refusal extends string>(decided: Ruling<SessionWithPapers, Refusal>, id: string) {
  if (!decided.ok) return decided;
  const decision = decided.value.session.decisions.find((one) => one.id === id);
  if (decision === undefined) return refuse('unknown-decision');
  const signatures = decision.signatures.map(({ actor, capacity, at }) => ({
    ...{ actor: { name: actor.name }, capacity, at },
  }));
  return accept({ ...decision, signatures });
}
