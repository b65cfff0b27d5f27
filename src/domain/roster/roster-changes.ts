import type { Committee, CommitteeId, PastSuperior } from '../committee/committee.ts';
import type { Term, TermId } from '../committee/term.ts';
import type { SessionState } from '../session/session.ts';
import type { Person, PersonId } from './person.ts';
import type { Seat, SeatId } from './seat.ts';

/** Everything that lists of people and committees are compared with, of one moment. */
export interface WholeRoster {
  readonly committees: readonly Committee[];
  readonly people: readonly Person[];
  readonly seats: readonly Seat[];
  /** Another one whenever anything of it has changed. */
  readonly revision: number;
}

/** What is known of committees and the people in them; each part is loaded when it is looked at. */
export interface KnownRoster extends WholeRoster {
  /** Every seat of one committee, present, past and future. */
  seatsIn(id: CommitteeId): readonly Seat[];
  /** Every seat of one person, in any committee. */
  seatsOf(id: PersonId): readonly Seat[];
  termsOf(id: CommitteeId): readonly Term[];
  /** In any committee. */
  findSeat(id: SeatId): Seat | undefined;
  /** Of any committee. */
  findTerm(id: TermId): Term | undefined;
  /** How far the sessions of these committees have come, those that are locked too. */
  sessionStatesOf(ids: readonly CommitteeId[]): readonly SessionState[];
  findPerson(id: PersonId): Person | undefined;
  personOfCode(code: string): Person | undefined;
}

/** What a decision about them leaves behind: replaces those of the same ids; past superiors are only ever added. */
export interface RosterChanges {
  readonly committees?: readonly Committee[];
  readonly pastSuperiors?: readonly PastSuperior[];
  readonly terms?: readonly Term[];
  readonly people?: readonly Person[];
  readonly seats?: readonly Seat[];
}
