import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import type { Ruling } from '../../domain/ruling.ts';

export interface PlanStore {
  find(id: PlanId): Promise<Plan | undefined>;
  /** Plans and drafts of these issuers, latest date first. */
  of(issuers: readonly CommitteeId[]): Promise<readonly Plan[]>;
  /** Keeps the plan that the decision yields, in sight of all plans of that issuer. */
  change<Refusal extends string>(
    issuer: CommitteeId,
    decide: (plans: readonly Plan[]) => Ruling<Plan, Refusal>,
  ): Promise<Ruling<Plan, Refusal>>;
  /** Removes the plan that the decision lets go. */
  discard<Refusal extends string>(
    id: PlanId,
    decide: (plan: Plan) => Ruling<Plan, Refusal>,
  ): Promise<Ruling<Plan, Refusal | 'not-found'>>;
}
