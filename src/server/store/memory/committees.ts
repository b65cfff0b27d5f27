import type { Committee, CommitteeId } from '../../../domain/committee.ts';
import type { Person, PersonId } from '../../../domain/person.ts';
import { currentSeats, type Seat, type SeatId } from '../../../domain/seat.ts';
import type { CommitteeStore, RosterDecision } from '../committee-store.ts';

export function memoryCommittees(): CommitteeStore {
  const committees = new Map<CommitteeId, Committee>();
  const people = new Map<PersonId, Person>();
  const seats = new Map<SeatId, Seat>();
  const seatsIn = (id: CommitteeId) => [...seats.values()].filter((seat) => seat.committeeId === id);

  /** Checks everything before it keeps anything. */
  const keep = (decision: RosterDecision) => {
    if (!decision.ok) return;
    const added = new Set(decision.people.map(({ id }) => id));
    for (const { committeeId, personId } of decision.seats) {
      const known = committees.has(committeeId) && (added.has(personId) || people.has(personId));
      if (!known) throw new Error('a seat of a committee or person that is not known');
    }
    for (const one of decision.people) people.set(one.id, one);
    for (const one of decision.seats) seats.set(one.id, one);
  };

  return {
    list: async () => [...committees.values()],
    find: async (id) => committees.get(id),
    change: async (decide) => {
      const decision = decide([...committees.values()]);
      if (decision.ok) committees.set(decision.committee.id, decision.committee);
      return decision;
    },
    people: async () => [...people.values()],
    findPerson: async (id) => people.get(id),
    findPeople: async (ids) => [...new Set(ids)].flatMap((id) => people.get(id) ?? []),
    seats: async (committeeId) => seatsIn(committeeId),
    heldSeats: async (committeeId, on) =>
      currentSeats(seatsIn(committeeId), committeeId, on).flatMap((seat) => {
        const person = people.get(seat.personId);
        return person === undefined ? [] : [{ seat, person }];
      }),
    seatsOf: async (personId) => [...seats.values()].filter((seat) => seat.personId === personId),
    changeRoster: async (decide) => {
      const known = { committees: [...committees.values()], people: [...people.values()], seats: [...seats.values()] };
      const decision = decide(known);
      keep(decision);
      return decision;
    },
  };
}
