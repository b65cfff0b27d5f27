import type { Committee, CommitteeId } from '../../../src/domain/committee/committee.ts';
import type { Person } from '../../../src/domain/roster/person.ts';
import type {
  CommitteesToChange,
  RosterChanges,
  SeatsToChange,
  WholeRoster,
} from '../../../src/domain/roster/roster-changes.ts';
import type { Seat, SeatId } from '../../../src/domain/roster/seat.ts';

interface Parts {
  readonly committees?: readonly Committee[];
  readonly people?: readonly Person[];
  readonly seats?: readonly Seat[];
}

/** What decisions about committees and imports look at. */
export function aKnownRoster({ committees = [], people = [], seats = [] }: Parts): WholeRoster & CommitteesToChange {
  return { committees, people, seats, revision: 0, sessions: [] };
}

/** Of one committee what a change of its seats looks at. */
export function knownSeats(
  { committees = [], people = [], seats = [] }: Parts,
  committeeId: CommitteeId,
  seatId?: SeatId,
): SeatsToChange {
  return {
    committee: committees.find(({ id }) => id === committeeId),
    seats: seats.filter((seat) => seat.committeeId === committeeId),
    there: seats.find(({ id }) => id === seatId),
    people,
  };
}

/** The same after a decision. */
export function rosterAfter(known: Parts, changes: RosterChanges): WholeRoster {
  const replaced = <One extends { readonly id: string }>(before: readonly One[] = [], changed: readonly One[] = []) => [
    ...new Map([...before, ...changed].map((one) => [one.id, one])).values(),
  ];
  return aKnownRoster({
    committees: replaced(known.committees, changes.committees),
    people: replaced(known.people, changes.people),
    seats: replaced(known.seats, changes.seats),
  });
}
