import type { z } from 'zod';
import type { amendPlan as amendContract, addNote as noteContract, planBody } from '../../contract/plans/plans.ts';
import type { Principal } from '../../domain/account/relations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { sameContent } from '../../domain/creation.ts';
import type { Plan, PlanProvisions } from '../../domain/plan/plan.ts';
import {
  type AmendRefusal,
  type DraftRefusal,
  decideAddNote,
  decideAmendPlan,
  decideDiscardPlan,
  decideDraft,
  decideIssuePlan,
  type IssuePlanRefusal,
} from '../../domain/plan/plan-decisions.ts';
import { type PlanId, planId } from '../../domain/plan/plan-id.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { actorOf } from '../meeting/session-call.ts';
import type { About } from '../store/audit-intent.ts';
import { findPlan } from './find-plan.ts';
import { planContextOf, withNames } from './plan-context.ts';

type Written = z.output<typeof planBody>;
type WriteRefusal = DraftRefusal | 'unknown-form' | 'unknown-person' | 'not-found';
type Changed<Refusal extends string> = Promise<Ruling<Plan, Refusal | 'not-found'>>;

/** Keeps a new draft. */
export async function createPlan(
  deps: Deps,
  issuerId: CommitteeId,
  { id: given, ...body }: Written & { readonly id?: string | undefined },
  about: About,
): Changed<WriteRefusal | 'id-in-use'> {
  const issuer = await deps.store.committees.find(issuerId);
  if (issuer === undefined) return refuse('not-found');
  const provisions = await provisionsOf(deps, body);
  if (!provisions.ok) return provisions;
  const context = await planContextOf(deps, issuerId);
  const nothing = { issued: null, amendments: [], notes: [] };
  const id = planId.parse(given ?? uuid(deps.random));
  // Another issuer's plans are not in sight of the step, which writes no plan of theirs.
  const there = await deps.store.plans.find(id);
  if (there !== undefined && there.issuerId !== issuerId) return refuse('id-in-use');
  const plan = { id, issuerId, issuerName: issuer.name, ...nothing };
  about({ planId: plan.id });
  return deps.store.plans.change(issuerId, (others) => {
    const made = findMade(
      about,
      others.find((one) => one.id === id),
      (one) => sameContent(one.provisions, provisions.value),
    );
    if (!made.ok) return made;
    return made.value === undefined
      ? decideDraft({ ...plan, provisions: provisions.value }, others, context)
      : accept(made.value);
  });
}

/** Replaces everything that stands in a draft. */
export async function changePlan(deps: Deps, issuer: CommitteeId, id: PlanId, body: Written): Changed<WriteRefusal> {
  const provisions = await provisionsOf(deps, body);
  if (!provisions.ok) return provisions;
  const context = await planContextOf(deps, issuer);
  return changeOwn(deps, issuer, id, (plan, others) =>
    plan.issued === null
      ? decideDraft({ ...plan, provisions: provisions.value }, others, context)
      : refuse('plan-already-issued'),
  );
}

export async function issuePlan(
  deps: Deps,
  issuer: CommitteeId,
  id: PlanId,
  caller: Principal,
): Changed<IssuePlanRefusal> {
  const context = await planContextOf(deps, issuer);
  const by = await actorOf(deps, caller);
  return changeOwn(deps, issuer, id, (plan, others) => decideIssuePlan(plan, others, context, by, deps.clock()));
}

export async function amendPlan(
  deps: Deps,
  issuer: CommitteeId,
  id: PlanId,
  { provisions: written, ...paper }: z.output<typeof amendContract.body>,
  caller: Principal,
): Changed<AmendRefusal | 'unknown-person'> {
  const provisions = await withNames(deps, written);
  if (!provisions.ok) return provisions;
  const context = await planContextOf(deps, issuer);
  const amendment = { ...paper, by: await actorOf(deps, caller), at: deps.clock().toISOString() };
  return changeOwn(deps, issuer, id, (plan) => decideAmendPlan(plan, provisions.value, amendment, context));
}

/** Throws a draft of this issuer away. */
export async function discardPlan({ store }: Deps, issuer: CommitteeId, id: PlanId): Changed<'plan-already-issued'> {
  return store.plans.discard<'plan-already-issued' | 'not-found'>(id, (plan) =>
    plan.issuerId === issuer ? decideDiscardPlan(plan) : refuse('not-found'),
  );
}

/** Adds what a pilot committee learnt to the plan that it follows. */
export async function addNote(
  deps: Deps,
  { committeeId: committee, planId: id }: { readonly committeeId: CommitteeId; readonly planId: PlanId },
  { id: given, text }: z.output<typeof noteContract.body>,
  caller: Principal,
  about: About,
): Changed<'plan-not-issued' | 'not-a-pilot' | 'id-in-use'> {
  const found = await findPlan(deps, committee, id);
  if (!found.ok) return found;
  const one = await deps.store.committees.find(committee);
  if (one === undefined) return refuse('not-found');
  const at = deps.clock().toISOString();
  const noteId = given ?? uuid(deps.random);
  const note = { id: noteId, by: await actorOf(deps, caller), at, text };
  return changeOwn(deps, found.value.issuerId, id, (plan) => {
    const there = plan.notes.find((other) => other.id === noteId);
    const made = findMade(about, there, (other) => other.committeeId === committee && other.text === text);
    if (!made.ok) return made;
    return made.value
      ? accept(plan)
      : decideAddNote(plan, { ...note, committeeId: committee, committeeName: one.name });
  });
}

function changeOwn<Refusal extends string>(
  { store }: Deps,
  issuer: CommitteeId,
  id: PlanId,
  decide: (plan: Plan, others: readonly Plan[]) => Ruling<Plan, Refusal>,
): Promise<Ruling<Plan, Refusal | 'not-found'>> {
  return store.plans.change<Refusal | 'not-found'>(issuer, (plans) => {
    const plan = plans.find((one) => one.id === id);
    return plan === undefined ? refuse('not-found') : decide(plan, plans);
  });
}

async function provisionsOf(
  deps: Deps,
  body: Written,
): Promise<Ruling<PlanProvisions, 'unknown-form' | 'unknown-person'>> {
  if (!deps.forms.has(body.formId)) return refuse('unknown-form');
  const named = await withNames(deps, body);
  if (!named.ok) return named;
  return accept({ ...body, ...named.value });
}
