import type { Committee } from '../../../src/domain/committee/committee.ts';
import type { Term } from '../../../src/domain/committee/term.ts';
import type { Person } from '../../../src/domain/roster/person.ts';
import type { KnownRoster, RosterChanges } from '../../../src/domain/roster/roster-changes.ts';
import type { Seat } from '../../../src/domain/roster/seat.ts';

interface Parts {
  readonly committees?: readonly Committee[];
  readonly people?: readonly Person[];
  readonly seats?: readonly Seat[];
  readonly terms?: readonly Term[];
}

/** What decisions about committees and their people look at. */
export function aKnownRoster({ committees = [], people = [], seats = [], terms = [] }: Parts): KnownRoster {
  return {
    ...{ committees, people, seats, revision: 0 },
    seatsIn: (id) => seats.filter((seat) => seat.committeeId === id),
    seatsOf: (id) => seats.filter(({ personId }) => personId === id),
    termsOf: (id) => terms.filter((term) => term.committeeId === id),
    findSeat: (id) => seats.find((seat) => seat.id === id),
    findTerm: (id) => terms.find((term) => term.id === id),
    sessionStatesOf: () => [],
    findPerson: (id) => people.find((person) => person.id === id),
    personOfCode: (code) => people.find((person) => person.code === code),
  };
}

/** The same after a decision. */
export function rosterAfter(known: Parts, changes: RosterChanges): KnownRoster {
  const replaced = <One extends { readonly id: string }>(before: readonly One[] = [], changed: readonly One[] = []) => [
    ...new Map([...before, ...changed].map((one) => [one.id, one])).values(),
  ];
  return aKnownRoster({
    committees: replaced(known.committees, changes.committees),
    people: replaced(known.people, changes.people),
    seats: replaced(known.seats, changes.seats),
    terms: replaced(known.terms, changes.terms),
  });
}
