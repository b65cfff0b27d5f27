import type { SeatView } from '../../contract/committee/committees.ts';
import type { Person } from '../../domain/roster/person.ts';
import type { RosterChanges, SeatsToChange } from '../../domain/roster/roster-changes.ts';
import { type Seat, seatId } from '../../domain/roster/seat.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../kit/uuid.ts';
import type { About } from '../store/audit-intent.ts';
import type { SeatsAsked } from '../store/committee-store.ts';
import { seatView } from './views.ts';

/** Without the personal code, which is never shown. */
export function corrected<Refusal extends string>(decision: Ruling<Person, Refusal>) {
  if (!decision.ok) return decision;
  const { id, name, birthYear } = decision.value;
  return accept({ id, name, birthYear });
}

/** The seat that a decision leaves in force stands last. */
export async function changeSeat<Refusal extends string>(
  { store }: Deps,
  about: About,
  asked: SeatsAsked,
  decide: (known: SeatsToChange, told: About) => Ruling<RosterChanges & { readonly seats: readonly Seat[] }, Refusal>,
): Promise<Ruling<SeatView, Refusal>> {
  const decision = await store.committees.changeSeats(asked, (known) => {
    let isTold = false;
    const decided = decide(known, (...objects) => {
      isTold = true;
      about(...objects);
    });
    // Whose seat it is, only the decision knows: a name that was typed may be somebody's who is known already.
    const personId = decided.ok && decided.value.seats.at(-1)?.personId;
    if (personId && !isTold) about({ personId });
    return decided;
  });
  if (!decision.ok) return decision;
  const seat = decision.value.seats.at(-1);
  const holder = seat && (await store.committees.findPerson(seat.personId));
  if (seat === undefined || holder === undefined) throw new Error('a change of seats that leaves no seat');
  return accept(seatView(seat, holder));
}

export function newSeatId(deps: Deps) {
  return seatId.parse(uuid(deps.random));
}
