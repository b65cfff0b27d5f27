import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Plan, PlanId } from '../../domain/plan/plan.ts';

export interface PlanStore {
  find(id: PlanId): Promise<Plan | undefined>;
  /** Plans and drafts of these issuers, latest date first. */
  of(issuers: readonly CommitteeId[]): Promise<readonly Plan[]>;
  /** Everything that was issued, latest date first. */
  issued(): Promise<readonly Plan[]>;
  /** Keeps the plan that the decision yields, in sight of all plans of that issuer. */
  change<Refusal extends string>(
    issuer: CommitteeId,
    decide: (plans: readonly Plan[]) => Decision<Plan, Refusal>,
  ): Promise<Decision<Plan, Refusal>>;
  /** Removes the plan that the decision lets go. */
  discard<Refusal extends string>(
    id: PlanId,
    decide: (plan: Plan) => Decision<Plan, Refusal>,
  ): Promise<Decision<Plan, Refusal | 'not-found'>>;
}
