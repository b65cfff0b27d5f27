import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import { type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';

export type ChangedPlan<Refusal extends string> = Promise<Ruling<Plan, Refusal | 'not-found'>>;

/** Changes a plan of this issuer, beside its others. */
export function changeOwnPlan<Refusal extends string>(
  { store }: Deps,
  issuer: CommitteeId,
  id: PlanId,
  decide: (plan: Plan, others: readonly Plan[]) => Ruling<Plan, Refusal>,
): Promise<Ruling<Plan, Refusal | 'not-found'>> {
  return store.plans.change<Refusal | 'not-found'>(issuer, (plans) => {
    const plan = plans.find((one) => one.id === id);
    return plan === undefined ? refuse('not-found') : decide(plan, plans);
  });
}
