import type { Committee, CommitteeId } from '../../domain/committee/committee.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type Deadline, deadlineFor } from '../../domain/plan/plan-deadline.ts';
import { type Standing, standingOf } from '../../domain/plan/plan-progress.ts';
import { directorsOf } from '../../domain/plan/plan-scope.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { withDirectors } from '../roster/known-committees.ts';

/** What one committee owes under one plan, and how far it is. */
export interface Obligation {
  readonly committee: Committee;
  readonly plan: Plan;
  readonly deadline: Deadline;
  readonly standing: Standing;
}

/** What these committees owe under the issued plans of whoever directs them, the soonest due first. */
export async function obligationsOf(
  { store, clock }: Deps,
  committees: readonly CommitteeId[],
): Promise<readonly Obligation[]> {
  const today = localDay(clock());
  const known = await withDirectors(store, committees);
  const chains = new Map([...new Set(committees)].map((id) => [id, directorsOf(known, id)]));
  const plans = (await store.plans.of([...new Set([...chains.values()].flat())])).filter(({ issued }) => issued);
  const under = await store.sessions.underPlans(
    plans.map(({ id }) => id),
    [...chains.keys()],
  );
  const obligations: Obligation[] = [];
  for (const plan of plans) {
    const followers = [...chains].filter(([, directors]) => directors.includes(plan.issuerId));
    const held = Map.groupBy(under.get(plan.id) ?? [], ({ committeeId }) => committeeId);
    for (const [id] of followers) {
      const committee = known.get(id);
      const deadline = committee && deadlineFor(plan, committee);
      if (committee === undefined || deadline === undefined) continue;
      const standing = standingOf(deadline, held.get(id) ?? [], today);
      obligations.push({ committee, plan, deadline, standing });
    }
  }
  return obligations.toSorted(byDueDay);
}

/** What is done comes last. */
function byDueDay(a: Obligation, b: Obligation): number {
  const [first, second] = [a.standing.dueOn ?? '9999', b.standing.dueOn ?? '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return a.committee.id < b.committee.id ? -1 : 1;
}
