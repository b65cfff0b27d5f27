import type { KnownRoster, RosterChanges } from '../../domain/roster/roster-changes.ts';
import type { Ruling } from '../../domain/ruling.ts';
import type { Store } from '../store/store.ts';

/** Carries a decision about committees, terms, people or seats out: all of it, or none. */
export async function changeRoster<Value extends RosterChanges, Refusal extends string>(
  { committees }: Store,
  decide: (known: KnownRoster) => Ruling<Value, Refusal>,
): Promise<Ruling<Value, Refusal>> {
  const { decision } = await committees.changeRoster((known) => {
    const decided = decide(known);
    return decided.ok
      ? { ok: true as const, ...(decided.value as RosterChanges), decision: decided }
      : { ok: false as const, decision: decided };
  });
  return decision;
}
