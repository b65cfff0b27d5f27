import type { CommitteeId } from '../../domain/committee/committee.ts';
import { sameContent } from '../../domain/creation.ts';
import { decideDraft } from '../../domain/plan/plan-decisions.ts';
import { planId } from '../../domain/plan/plan-id.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import type { About } from '../store/audit-intent.ts';
import type { ChangedPlan } from './change-own-plan.ts';
import { planContextOf } from './plan-context.ts';
import { provisionsOf, type WriteRefusal, type Written } from './written-plan.ts';

/** Keeps a new draft. */
export async function createPlan(
  deps: Deps,
  issuerId: CommitteeId,
  { id: given, ...body }: Written & { readonly id?: string | undefined },
  about: About,
): ChangedPlan<WriteRefusal | 'id-in-use'> {
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
