import type { CommitteeId } from '../../domain/committee/committee.ts';
import { decideDraft } from '../../domain/plan/plan-decisions.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import { refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { type ChangedPlan, changeOwnPlan } from './change-own-plan.ts';
import { planContextOf } from './plan-context.ts';
import { provisionsOf, type WriteRefusal, type Written } from './written-plan.ts';

/** Replaces everything that stands in a draft. */
export async function changePlan(
  deps: Deps,
  issuer: CommitteeId,
  id: PlanId,
  body: Written,
): ChangedPlan<WriteRefusal> {
  const provisions = await provisionsOf(deps, body);
  if (!provisions.ok) return provisions;
  const context = await planContextOf(deps, issuer);
  return changeOwnPlan(deps, issuer, id, (plan, others) =>
    plan.issued === null
      ? decideDraft({ ...plan, provisions: provisions.value }, others, context)
      : refuse('plan-already-issued'),
  );
}
