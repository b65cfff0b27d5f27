import type { Committee, CommitteeId, PastSuperior } from '../committee/committee.ts';
import type { Plan } from '../plan/plan.ts';
import type { SessionId } from '../session/session.ts';
import type { Summoned, SummonedList } from '../session/summoned.ts';
import type { BuiltBefore, ListedImport } from './kept-import.ts';
import type { Person, PersonId } from './person.ts';
import type { Seat, SeatId } from './seat.ts';

/** Something else in the service that goes by an id of the roster. */
export interface RosterUse {
  readonly kind: 'account' | 'invitation' | 'role' | 'term' | 'summoned-list' | 'review';
  readonly committeeId: CommitteeId | null;
  readonly personId: PersonId | null;
}

/** A session of a touched committee, or that names a touched person. */
export interface SessionSince {
  readonly id: SessionId;
  readonly committeeId: CommitteeId;
  readonly title: string;
  readonly isOpened: boolean;
  /** It names somebody or something that the import added. */
  readonly usesAdded: boolean;
}

/** What the decision asks for; each part is loaded when it is looked at. */
export interface KnownOfImport {
  readonly kept: ListedImport;
  readonly builtBefore: BuiltBefore;
  /** Imports of any kind that came after it and stand. */
  readonly later: readonly ListedImport[];
  readonly committees: readonly Committee[];
  readonly pastSuperiors: readonly PastSuperior[];
  readonly plans: readonly Plan[];
  /** Everything else that uses these. */
  usesOf(committees: ReadonlySet<CommitteeId>, people: ReadonlySet<PersonId>): readonly RosterUse[];
  /** Sessions of these committees or people, or with one of the added as superior. */
  sessionsOf(touched: Touched): readonly SessionSince[];
  people(ids: readonly string[]): readonly Person[];
  /** By the keys of their codes (domain/text/text-key.ts). */
  peopleOfCodes(keys: readonly string[]): readonly Person[];
  /** Those seats, and every seat in these committees or of these people. */
  seats(of: SeatsWanted): readonly Seat[];
  readonly summoned: SummonedList | undefined;
}

export interface SeatsWanted {
  readonly ids: readonly string[];
  readonly committees: ReadonlySet<CommitteeId>;
  readonly people: ReadonlySet<PersonId>;
}

export interface Touched {
  readonly committees: ReadonlySet<CommitteeId>;
  readonly people: ReadonlySet<PersonId>;
  readonly addedCommittees: ReadonlySet<CommitteeId>;
  readonly addedPeople: ReadonlySet<PersonId>;
}

/** The roster as it was: what is put back, and what goes. */
export interface RestoredRoster {
  readonly of: 'roster';
  readonly committees: readonly Committee[];
  readonly people: readonly Person[];
  readonly seats: readonly Seat[];
  readonly gone: {
    readonly committees: ReadonlySet<CommitteeId>;
    readonly people: ReadonlySet<PersonId>;
    readonly seats: ReadonlySet<SeatId>;
    readonly pastSuperiors: readonly PastSuperior[];
  };
  /** The seats as they are, of those that are put back. */
  readonly replacedSeats: readonly Seat[];
}

/** The list as it was; null where there was none. */
export interface RestoredDelegates {
  readonly of: 'delegates';
  readonly people: readonly Summoned[] | null;
  readonly committeeId: CommitteeId;
  readonly term: string;
}

/** What there is now of everything that the import touched. */
export interface RosterNow {
  readonly touched: Touched;
  readonly committees: ReadonlyMap<CommitteeId, Committee>;
  readonly people: ReadonlyMap<PersonId, Person>;
  /** Every seat in touched committees, of added people, and that the import changed. */
  readonly seats: ReadonlyMap<SeatId, Seat>;
}
