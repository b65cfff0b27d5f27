import type { z } from 'zod';
import type { amendPlan as contract } from '../../contract/plans/plans.ts';
import type { Principal } from '../../domain/account/relations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { type AmendRefusal, decideAmendPlan } from '../../domain/plan/plan-decisions.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import type { Deps } from '../deps.ts';
import { actorOf } from '../meeting/session-call.ts';
import { type ChangedPlan, changeOwnPlan } from './change-own-plan.ts';
import { planContextOf, withNames } from './plan-context.ts';

export async function amendPlan(
  deps: Deps,
  issuer: CommitteeId,
  id: PlanId,
  { provisions: written, ...paper }: z.output<typeof contract.body>,
  caller: Principal,
): ChangedPlan<AmendRefusal | 'unknown-person'> {
  const provisions = await withNames(deps, written);
  if (!provisions.ok) return provisions;
  const context = await planContextOf(deps, issuer);
  const amendment = { ...paper, by: await actorOf(deps, caller), at: deps.clock().toISOString() };
  return changeOwnPlan(deps, issuer, id, (plan) => decideAmendPlan(plan, provisions.value, amendment, context));
}
