import type * as contract from '../../contract/half-term/half-term.ts';
import type { HalfTermReview } from '../../domain/half-term/review.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { showReview } from './find-review.ts';

export async function shown<Refusal extends string>(
  deps: Deps,
  decision: Ruling<HalfTermReview, Refusal>,
): Promise<Ruling<contract.ReviewView, Refusal>> {
  return decision.ok ? accept(await showReview(deps, decision.value)) : decision;
}
