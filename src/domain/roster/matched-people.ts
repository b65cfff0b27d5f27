import type { PersonId } from './person.ts';
import type { RosterNote, RosterProblemCode, RosterWarningCode } from './roster-note.ts';
import type { Seat, SeatId } from './seat.ts';

/** A person of the roster: one that is known, or a new one (personId null). */
export type RosterPerson = {
  personId: PersonId | null;
  name: string;
  code: string | null;
  birthYear: number | null;
};

/** A seat of the roster: a known one, as it shall be from now on, or a new one (seatId null). */
export type RosterSeat = Omit<Seat, 'id' | 'personId'> & {
  seatId: SeatId | null;
  /** Index among the roster's people. */
  person: number;
  worksheet: string;
  line: number;
};

export type RosterPeople = {
  people: RosterPerson[];
  seats: RosterSeat[];
  problems: RosterNote<RosterProblemCode>[];
  warnings: RosterNote<RosterWarningCode>[];
};
