import type { Committee, CommitteeDecision, CommitteeId } from '../../domain/committee.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import type { Seat } from '../../domain/seat.ts';
import type { HeldSeat } from '../../domain/session/create-session.ts';

/** Everything a change of the roster may look at. Each list is loaded when it is looked at. */
export interface KnownRoster {
  readonly committees: readonly Committee[];
  readonly people: readonly Person[];
  readonly seats: readonly Seat[];
}

/** People and seats to keep, replacing those of the same ids. */
export type RosterDecision =
  | { readonly ok: true; readonly people: readonly Person[]; readonly seats: readonly Seat[] }
  | { readonly ok: false };

/** Committees, people, and the seats that people hold in them. */
export interface CommitteeStore {
  list(): Promise<readonly Committee[]>;
  find(id: CommitteeId): Promise<Committee | undefined>;
  /** Adds or replaces the one committee that the decision yields. */
  change(decide: (known: readonly Committee[]) => CommitteeDecision): Promise<CommitteeDecision>;

  people(): Promise<readonly Person[]>;
  findPerson(id: PersonId): Promise<Person | undefined>;
  /** Those that are known, in any order. */
  findPeople(ids: readonly PersonId[]): Promise<readonly Person[]>;

  /** Every seat of a committee, present, past and future. */
  seats(committeeId: CommitteeId): Promise<readonly Seat[]>;
  /** The committee's seats held on the ISO date `on`, with their holders, in order of precedence. */
  heldSeats(committeeId: CommitteeId, on: string): Promise<readonly HeldSeat[]>;
  /** Every seat of a person in any committee. */
  seatsOf(personId: PersonId): Promise<readonly Seat[]>;
  /**
   * Keeps the people and seats that the decision yields, all or nothing; answers what it answered. A seat whose
   * committee or person is not known is a bug: it throws and keeps nothing.
   */
  changeRoster<Result extends RosterDecision>(decide: (known: KnownRoster) => Result): Promise<Result>;
}
