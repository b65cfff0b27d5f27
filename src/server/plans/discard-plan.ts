import type * as contract from '../../contract/plans/plans.ts';
import { decideDiscardPlan } from '../../domain/plan/plan-decisions.ts';
import { refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { withoutValue } from '../meeting/without-value.ts';

/** Throws a draft of this issuer away. */
export function discardPlan({ store }: Deps, { params }: Call<typeof contract.discardPlan>) {
  return withoutValue(
    store.plans.discard<'plan-already-issued' | 'not-found'>(params.planId, (plan) =>
      plan.issuerId === params.committeeId ? decideDiscardPlan(plan) : refuse('not-found'),
    ),
  );
}
