import type * as contract from '../../contract/plans/plans.ts';
import { copyOfPlan } from '../../domain/plan/copy-plan.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { localDay } from '../kit/local-time.ts';
import { findPlan } from './find-plan.ts';
import { viewOf } from './shown-plan.ts';

/** Nothing is made here: what comes of it is a draft like any other, with its own id and rules. */
export async function readPlanCopy(deps: Deps, { params }: Call<typeof contract.readPlanCopy>) {
  const { store, clock } = deps;
  const found = await findPlan(deps, params.committeeId, params.planId);
  if (!found.ok) return found;
  const plan = found.value;
  if (plan.issuerId !== params.committeeId) return refuse('not-found');
  const { steering, attending, pilots } = plan.provisions;
  const people = [...steering, ...attending].map(({ personId }) => personId);
  const named = [...attending, ...pilots].map(({ committeeId }) => committeeId);
  const [seats, committees] = await Promise.all([
    store.committees.seatsOfPeople([...new Set(people)]),
    store.committees.findCommittees([...new Set(named)]),
  ]);
  const { provisions, notCopied } = copyOfPlan(plan, { seats, committees, today: localDay(clock()) });
  const copied = { ...plan, provisions, issued: null, amendments: [], notes: [] };
  return accept({ plan: await viewOf(deps, copied), notCopied: [...notCopied] });
}
