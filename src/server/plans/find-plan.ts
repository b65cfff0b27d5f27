import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import { directorsOf } from '../../domain/plan/plan-scope.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { withDirectors } from '../roster/known-committees.ts';

/** A plan as a committee may read it: its own, or an issued one of whoever directs it, through all ranks. */
export async function findPlan(
  { store }: Deps,
  committee: CommitteeId,
  id: PlanId,
): Promise<Ruling<Plan, 'not-found'>> {
  const plan = await store.plans.find(id);
  if (plan === undefined) return refuse('not-found');
  if (plan.issuerId === committee) return accept(plan);
  if (plan.issued === null) return refuse('not-found');
  const directors = directorsOf(await withDirectors(store, [committee]), committee);
  return directors.includes(plan.issuerId) ? accept(plan) : refuse('not-found');
}
