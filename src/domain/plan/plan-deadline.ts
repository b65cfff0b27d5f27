import type { Committee } from '../committee/committee.ts';
import type { Plan } from './plan.ts';
import { directorsOf, type KnownCommittees } from './plan-scope.ts';

/** What a committee owes under a plan, and by when; ISO days. */
export interface Deadline {
  readonly by: string;
  readonly reportBy: string | null;
  readonly pilot: boolean;
}

/** Whether a committee is to hold its session under the plan: issued by itself or whoever directs it, and naming it. */
export function owesUnder(plan: Plan, known: KnownCommittees, committee: Committee): boolean {
  if (plan.issued === null || deadlineFor(plan, committee) === undefined) return false;
  return directorsOf(known, committee.id).includes(plan.issuerId);
}

/**
 * The deadline of a committee that follows the plan; undefined when the plan names neither its rank nor itself, and
 * when the committee has ended before, merged or dissolved.
 */
export function deadlineFor(
  { provisions }: Pick<Plan, 'provisions'>,
  { id, rank, to }: Pick<Committee, 'id' | 'rank' | 'to'>,
): Deadline | undefined {
  const ofRank = provisions.deadlines.find((one) => one.rank === rank);
  const pilot = provisions.pilots.find(({ committeeId }) => committeeId === id);
  const by = pilot?.by ?? ofRank?.by;
  if (by === undefined || (to !== null && to < by)) return undefined;
  return { by, reportBy: ofRank?.reportBy ?? null, pilot: pilot !== undefined };
}
