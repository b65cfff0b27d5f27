import type { z } from 'zod';
import type { addNote as contract } from '../../contract/plans/plans.ts';
import type { Principal } from '../../domain/account/relations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { decideAddNote } from '../../domain/plan/plan-decisions.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { actorOf } from '../meeting/session-call.ts';
import type { About } from '../store/audit-intent.ts';
import { type ChangedPlan, changeOwnPlan } from './change-own-plan.ts';
import { findPlan } from './find-plan.ts';

/** Adds what a pilot committee learnt to the plan that it follows. */
export async function addNote(
  deps: Deps,
  { committeeId: committee, planId: id }: { readonly committeeId: CommitteeId; readonly planId: PlanId },
  { id: given, text }: z.output<typeof contract.body>,
  caller: Principal,
  about: About,
): ChangedPlan<'plan-not-issued' | 'not-a-pilot' | 'id-in-use'> {
  const found = await findPlan(deps, committee, id);
  if (!found.ok) return found;
  const one = await deps.store.committees.find(committee);
  if (one === undefined) return refuse('not-found');
  const at = deps.clock().toISOString();
  const noteId = given ?? uuid(deps.random);
  const note = { id: noteId, by: await actorOf(deps, caller), at, text };
  return changeOwnPlan(deps, found.value.issuerId, id, (plan) => {
    const there = plan.notes.find((other) => other.id === noteId);
    const made = findMade(about, there, (other) => other.committeeId === committee && other.text === text);
    if (!made.ok) return made;
    return made.value
      ? accept(plan)
      : decideAddNote(plan, { ...note, committeeId: committee, committeeName: one.name });
  });
}
