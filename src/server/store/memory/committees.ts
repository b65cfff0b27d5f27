import type { Committee, CommitteeId, PastSuperior } from '../../../domain/committee/committee.ts';
import { firstLevels } from '../../../domain/committee/committee-levels.ts';
import type { Term, TermId } from '../../../domain/committee/term.ts';
import type { HeldSeat } from '../../../domain/roster/held-seat.ts';
import { inPrecedence } from '../../../domain/roster/people-order.ts';
import type { Person, PersonId } from '../../../domain/roster/person.ts';
import type { KnownRoster, RosterChanges } from '../../../domain/roster/roster-changes.ts';
import { currentSeats, type Seat, type SeatId } from '../../../domain/roster/seat.ts';
import { codeKey } from '../../../domain/text/code-key.ts';
import type { CommitteeStore } from '../committee-store.ts';
import { memoryTree } from './committee-tree.ts';
import { refuseGone } from './gone.ts';
import type { Data, KeepImport } from './imports.ts';

export function emptyRoster() {
  return {
    committees: new Map<CommitteeId, Committee>(),
    pastSuperiors: [] as PastSuperior[],
    terms: new Map<TermId, Term>(),
    people: new Map<PersonId, Person>(),
    seats: new Map<SeatId, Seat>(),
    revision: 0,
  };
}

type Roster = ReturnType<typeof emptyRoster>;

export function heldSeatsIn({ seats, people }: Roster, id: CommitteeId, on: string): readonly HeldSeat[] {
  const held = currentSeats([...seats.values()], id, on).flatMap((seat) => {
    const person = people.get(seat.personId);
    return person === undefined ? [] : [{ seat, person }];
  });
  return inPrecedence(held);
}

export function memoryCommittees(
  { roster: kept, sessions, gone }: Pick<Data, 'roster' | 'sessions' | 'gone'>,
  keepImport: KeepImport,
): CommitteeStore {
  const { committees, people, seats } = kept;
  let levels = firstLevels;
  const seatsIn = (id: CommitteeId) => [...seats.values()].filter((seat) => seat.committeeId === id);
  const known = (): KnownRoster => ({
    ...{ committees: [...committees.values()], people: [...people.values()], seats: [...seats.values()] },
    revision: kept.revision,
    seatsIn,
    seatsOf: (id) => [...seats.values()].filter((seat) => seat.personId === id),
    termsOf: (id) => [...kept.terms.values()].filter((one) => one.committeeId === id),
    findSeat: (id) => seats.get(id),
    findTerm: (id) => kept.terms.get(id),
    sessionStatesOf: (ids) =>
      [...sessions.values()].flatMap(({ session }) => (ids.includes(session.committeeId) ? [session.state] : [])),
    findPerson: (id) => people.get(id),
    personOfCode: (code) =>
      [...people.values()].find((one) => one.code !== null && codeKey(one.code) === codeKey(code)),
  });

  /** Checks everything before it keeps anything. */
  const keep = (changes: RosterChanges) => {
    refuseGone(
      gone,
      (changes.terms ?? []).map(({ committeeId }) => committeeId),
    );
    const newCommittees = new Set((changes.committees ?? []).map(({ id }) => id));
    const newPeople = new Set((changes.people ?? []).map(({ id }) => id));
    for (const { committeeId, personId } of changes.seats ?? []) {
      const isKnown =
        (newCommittees.has(committeeId) || committees.has(committeeId)) &&
        (newPeople.has(personId) || people.has(personId));
      if (!isKnown) throw new Error('a seat of a committee or person that is not known');
    }
    kept.revision += 1;
    for (const one of changes.committees ?? []) committees.set(one.id, one);
    kept.pastSuperiors.push(...(changes.pastSuperiors ?? []));
    for (const one of changes.terms ?? []) kept.terms.set(one.id, one);
    for (const one of changes.people ?? []) people.set(one.id, one);
    for (const one of changes.seats ?? []) seats.set(one.id, one);
  };

  return {
    ...memoryTree(kept),
    levels: async () => levels,
    changeLevels: async (decide) => {
      const decision = decide(levels);
      if (decision.ok) levels = decision.value.levels;
      return decision;
    },
    list: async () => [...committees.values()],
    find: async (id) => committees.get(id),
    findCommittees: async (ids) => [...new Set(ids)].flatMap((id) => committees.get(id) ?? []),
    change: async (decide) => {
      const decision = decide([...committees.values()]);
      if (decision.ok) keep({ committees: [decision.value] });
      return decision;
    },
    people: async () => [...people.values()],
    findPerson: async (id) => people.get(id),
    findPeople: async (ids) => [...new Set(ids)].flatMap((id) => people.get(id) ?? []),
    seats: async (committeeId) => seatsIn(committeeId),
    heldSeats: async (committeeId, on) => heldSeatsIn(kept, committeeId, on),
    seatsOf: async (personId) => [...seats.values()].filter((seat) => seat.personId === personId),
    seatsOfPeople: async (ids) => [...seats.values()].filter((seat) => ids.includes(seat.personId)),
    wholeRoster: async () => known(),
    changeRoster: async (decide) => {
      const decision = decide(known());
      if (decision.ok) keep(decision);
      if (decision.ok && decision.kept) keepImport(decision.kept);
      return decision;
    },
  };
}
