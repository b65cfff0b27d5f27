import type * as contract from '../../contract/session/summoned.ts';
import { withShownYears } from '../../domain/roster/namesakes.ts';
import { inNameOrder } from '../../domain/roster/people-order.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import type { SummonedList } from '../../domain/session/summoned.ts';

export function view({ term, people }: SummonedList): contract.SummonedListView {
  return { term, people: withShownYears(inNameOrder(people)).map(({ code: _code, ...one }) => one) };
}

export function shown<Refusal extends string>(
  decision: Ruling<SummonedList, Refusal>,
): Ruling<contract.SummonedListView, Refusal> {
  return decision.ok ? accept(view(decision.value)) : decision;
}
