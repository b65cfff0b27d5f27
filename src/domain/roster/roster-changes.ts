import type { Committee, CommitteeId, PastSuperior } from '../committee/committee.ts';
import type { Term } from '../committee/term.ts';
import type { SessionState } from '../session/session.ts';
import type { Person } from './person.ts';
import type { Seat } from './seat.ts';

/** Everything that lists of people and committees are compared with, of one moment. */
export interface WholeRoster {
  readonly committees: readonly Committee[];
  readonly people: readonly Person[];
  readonly seats: readonly Seat[];
  /** Another one whenever anything of it has changed. */
  readonly revision: number;
}

/** One committee's list of seats, as far as a change of it looks. */
export interface SeatsToChange {
  readonly committee: Committee | undefined;
  /** Every seat of the committee, present, past and future. */
  readonly seats: readonly Seat[];
  /** The seat that was asked for, in whichever committee. */
  readonly there: Seat | undefined;
  /** Those who were asked for by id or code, and the holder of `there`. */
  readonly people: readonly Person[];
}

/** Somebody with every seat of theirs, in any committee. */
export interface KnownPerson {
  readonly person: Person | undefined;
  readonly seats: readonly Seat[];
}

export interface KnownTerms {
  /** Of one committee. */
  readonly terms: readonly Term[];
  /** The term that was asked for, of whichever committee. */
  readonly there: Term | undefined;
}

/**
 * What a change of the tree can touch: some committees, all that stand above them, directly below or beside them or
 * follow their plans, and those that bear the code that was asked for; of the committees that were named the seats, and
 * the sessions, those that are locked too.
 */
export interface CommitteesToChange {
  readonly committees: readonly Committee[];
  readonly seats: readonly Seat[];
  readonly sessions: readonly { readonly committeeId: CommitteeId; readonly state: SessionState }[];
}

/** What a decision about them leaves behind: replaces those of the same ids; past superiors are only ever added. */
export interface RosterChanges {
  readonly committees?: readonly Committee[];
  readonly pastSuperiors?: readonly PastSuperior[];
  readonly terms?: readonly Term[];
  readonly people?: readonly Person[];
  readonly seats?: readonly Seat[];
}
