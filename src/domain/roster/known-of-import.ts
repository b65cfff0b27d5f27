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

/** What the taking back of an import looks at, said from what the import was, before its step reads anything. */
export interface ImportLoad {
  readonly touched: Touched;
  readonly seats: SeatsWanted;
  /** Beside the holders of those seats. */
  readonly people: readonly PersonId[];
  /** Keys of codes (domain/text/code-key.ts) that are given back. */
  readonly codes: readonly string[];
  /** Of an import of delegates: the list that it wrote. */
  readonly summoned: { readonly committeeId: CommitteeId; readonly term: string } | null;
}

/** What there is of it, of one moment. */
export interface KnownOfImport {
  readonly kept: ListedImport;
  readonly builtBefore: BuiltBefore;
  /** Imports of any kind that came after it and stand. */
  readonly later: readonly ListedImport[];
  readonly committees: readonly Committee[];
  readonly pastSuperiors: readonly PastSuperior[];
  readonly plans: readonly Plan[];
  /** Everything else that uses what the import added. */
  readonly uses: readonly RosterUse[];
  /** Sessions of the touched committees or people, or with one of the added as superior. */
  readonly sessions: readonly SessionSince[];
  readonly people: readonly Person[];
  readonly holdersOfCodes: readonly Person[];
  readonly seats: readonly Seat[];
  readonly summoned: SummonedList | undefined;
}

/** Those seats, and every seat in these committees or of these people. */
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
