import type { z } from 'zod';
import type { planBody } from '../../contract/plans/plans.ts';
import type { PlanProvisions } from '../../domain/plan/plan.ts';
import type { DraftRefusal } from '../../domain/plan/plan-decisions.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { withNames } from './plan-context.ts';

export type Written = z.output<typeof planBody>;

export type WriteRefusal = DraftRefusal | 'unknown-form' | 'unknown-person' | 'not-found';

export async function provisionsOf(
  deps: Deps,
  body: Written,
): Promise<Ruling<PlanProvisions, 'unknown-form' | 'unknown-person'>> {
  if (!deps.forms.has(body.formId)) return refuse('unknown-form');
  const named = await withNames(deps, body);
  if (!named.ok) return named;
  return accept({ ...body, ...named.value });
}
