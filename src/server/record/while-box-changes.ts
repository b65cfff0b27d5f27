import type { Ruling } from '../../domain/ruling.ts';

const attempts = 5;

/**
 * Repeats work that was prepared outside the store's atomic step, as long as the box has changed meanwhile; after a few
 * times whoever asked is told so.
 */
export async function whileBoxChanges<Value, Refusal extends string>(
  attempt: () => Promise<Ruling<Value, Refusal | 'box-changed'>>,
): Promise<Ruling<Value, Refusal | 'box-changed'>> {
  let decision = await attempt();
  for (let times = 1; times < attempts && !decision.ok && decision.refusal === 'box-changed'; times++) {
    decision = await attempt();
  }
  return decision;
}
