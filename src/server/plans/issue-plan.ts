import type { Principal } from '../../domain/account/relations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { decideIssuePlan, type IssuePlanRefusal } from '../../domain/plan/plan-decisions.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import type { Deps } from '../deps.ts';
import { actorOf } from '../meeting/session-call.ts';
import { type ChangedPlan, changeOwnPlan } from './change-own-plan.ts';
import { planContextOf } from './plan-context.ts';

export async function issuePlan(
  deps: Deps,
  issuer: CommitteeId,
  id: PlanId,
  caller: Principal,
): ChangedPlan<IssuePlanRefusal> {
  const context = await planContextOf(deps, issuer);
  const by = await actorOf(deps, caller);
  return changeOwnPlan(deps, issuer, id, (plan, others) => decideIssuePlan(plan, others, context, by, deps.clock()));
}
