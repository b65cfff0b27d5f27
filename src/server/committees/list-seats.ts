import type * as contract from '../../contract/committee/committees.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { HeldSeat } from '../../domain/roster/held-seat.ts';
import { shownBirthYears } from '../../domain/roster/namesakes.ts';
import { inPrecedence } from '../../domain/roster/people-order.ts';
import type { Seat } from '../../domain/roster/seat.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { localDay } from '../kit/local-time.ts';
import { seatView } from './views.ts';

export async function listSeats(deps: Deps, { params, query }: Call<typeof contract.listSeats>) {
  const held =
    query.all === 'true'
      ? await everySeat(deps, params.committeeId)
      : await deps.store.committees.heldSeats(params.committeeId, query.on ?? localDay(deps.clock()));
  const years = shownBirthYears(held.map(({ person }) => person));
  return accept(
    held.map(({ seat, person }) => {
      const birthYear = years.get(person.id);
      return { ...seatView(seat, person), ...(birthYear === undefined ? {} : { birthYear }) };
    }),
  );
}

/** Those held longest ago last. */
async function everySeat({ store }: Deps, id: CommitteeId): Promise<readonly HeldSeat[]> {
  const seats = await store.committees.seats(id);
  const holders = await store.committees.findPeople(seats.map((seat) => seat.personId));
  const people = new Map(holders.map((person) => [person.id, person]));
  const until = (seat: Seat) => seat.to ?? '9999-12-31';
  const all = seats.flatMap((seat) => {
    const person = people.get(seat.personId);
    return person === undefined ? [] : [{ seat, person }];
  });
  return inPrecedence(all).sort((a, b) => until(b.seat).localeCompare(until(a.seat)));
}
