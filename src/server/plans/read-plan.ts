import type * as contract from '../../contract/plans/plans.ts';
import { refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { findPlan } from './find-plan.ts';
import { shown } from './shown-plan.ts';

export async function readPlan(deps: Deps, { params, held }: Call<typeof contract.readPlan>) {
  const found = await findPlan(deps, params.committeeId, params.planId);
  const isHidden = found.ok && found.value.issued === null && !held.has('chair') && !held.has('office');
  return isHidden ? refuse('not-found') : shown(deps, Promise.resolve(found));
}
