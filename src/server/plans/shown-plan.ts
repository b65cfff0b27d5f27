import type * as contract from '../../contract/plans/plans.ts';
import { directorOf } from '../../domain/committee/committee.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { byId, type KnownCommittees } from '../../domain/plan/plan-scope.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { planView } from './views.ts';

/** The committees that the plan and its amendments name. */
/** The committees that a plan names, and those that direct them. */
async function namedIn({ store }: Deps, { provisions, amendments }: Plan): Promise<KnownCommittees> {
  const versions = [provisions, ...amendments.map(({ before }) => before)];
  const ids = versions.flatMap(({ pilots, attending }) => [...pilots, ...attending].map((one) => one.committeeId));
  const named = await store.committees.findCommittees(ids);
  const directors = await store.committees.findCommittees(named.flatMap((one) => directorOf(one) ?? []));
  return byId([...named, ...directors]);
}

export async function shown<Refusal extends string>(
  deps: Deps,
  changing: Promise<Ruling<Plan, Refusal>>,
): Promise<Ruling<contract.PlanView, Refusal>> {
  const plan = await changing;
  return plan.ok ? accept(await viewOf(deps, plan.value)) : plan;
}

export async function viewOf(deps: Deps, plan: Plan): Promise<contract.PlanView> {
  return planView(plan, await namedIn(deps, plan));
}
