import type * as contract from '../../contract/plans/plans.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { summaryOf } from './views.ts';

export async function listPlans(deps: Deps, { params, held }: Call<typeof contract.listPlans>) {
  const plans = await deps.store.plans.of([params.committeeId]);
  const writes = held.has('chair') || held.has('office');
  return accept(plans.filter(({ issued }) => writes || issued !== null).map(summaryOf));
}
