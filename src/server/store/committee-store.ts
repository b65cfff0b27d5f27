import type { Committee, CommitteeId, PastSuperior } from '../../domain/committee/committee.ts';
import type { CommitteeRank } from '../../domain/committee/committee-ranks.ts';
import type { Term, TermId } from '../../domain/committee/term.ts';
import type { HeldSeat } from '../../domain/roster/held-seat.ts';
import type { ImportToKeep } from '../../domain/roster/kept-import.ts';
import type { Person, PersonId } from '../../domain/roster/person.ts';
import type {
  CommitteesToChange,
  KnownPerson,
  KnownTerms,
  RosterChanges,
  SeatsToChange,
  WholeRoster,
} from '../../domain/roster/roster-changes.ts';
import type { Seat, SeatId } from '../../domain/roster/seat.ts';
import type { Ruling } from '../../domain/ruling.ts';

/** What an import of the roster leaves behind; a refusal keeps nothing. */
export type RosterStep =
  | ({
      readonly ok: true;
      /** The import that the change is, to be kept with it. */
      readonly kept?: ImportToKeep | undefined;
    } & RosterChanges)
  | { readonly ok: false };

/** The whole roster where it is another than the one that was planned on. */
export type ChangedSince<PlannedOn extends number | null> = PlannedOn extends null
  ? WholeRoster
  : WholeRoster | undefined;

/** Whose surroundings in the tree a change looks at; null: the top. */
export interface CommitteesAsked {
  readonly around: readonly (CommitteeId | null)[];
  /** Those that stand with a code like this, too. */
  readonly code?: string | null;
}

/** Of one committee's list: what a change of its seats looks at. */
export interface SeatsAsked {
  readonly committeeId: CommitteeId;
  /** A seat by its id, in whichever committee, with its holder. */
  readonly seatId: SeatId;
  readonly people?: readonly PersonId[];
  /** Whoever has this code. */
  readonly code?: string | null;
}

/** A part of a list that is in order of its keys (domain/text/search-key.ts). */
export interface PageOf {
  /** Key and id of the last one that was shown. */
  readonly after?: { readonly key: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** In order of `placeInSearch` (domain/text/search-key.ts), which is the key of the last one too. */
export interface SearchPage extends PageOf {
  /** Each begins a word of the name (or of a committee's code); none finds everything. */
  readonly words: readonly string[];
}

/** A committee as it stands in the tree. */
export interface TreeEntry {
  readonly committee: Committee;
  /** How many stand directly below it. */
  readonly subordinates: number;
}

/** A committee with whoever directs it. */
export interface Follower {
  readonly committee: Committee;
  readonly directorName: string | null;
}

export interface CommitteeHistory {
  /** Under whom it stood before, oldest first. */
  readonly superiors: readonly PastSuperior[];
  /** Who stood below it before. */
  readonly subordinates: readonly PastSuperior[];
  /** Those that were merged into it. */
  readonly predecessors: readonly Committee[];
}

export type RanksDecision =
  | { readonly ok: true; readonly value: { readonly ranks: readonly CommitteeRank[] } }
  | { readonly ok: false };

/** Committees, people, and the seats that people hold in them. */
export interface CommitteeStore {
  /** From the bottom to the top; a new store begins with `firstRanks`. */
  ranks(): Promise<readonly CommitteeRank[]>;
  /** Keeps all ranks as the decision yields them; none is ever taken away. */
  changeRanks<Result extends RanksDecision>(decide: (known: readonly CommitteeRank[]) => Result): Promise<Result>;

  list(): Promise<readonly Committee[]>;
  find(id: CommitteeId): Promise<Committee | undefined>;
  /** Those that are known, in any order. */
  findCommittees(ids: readonly CommitteeId[]): Promise<readonly Committee[]>;
  /** Adds or replaces the one committee that the decision yields. */
  change<Refusal extends string>(
    asked: CommitteesAsked,
    decide: (known: readonly Committee[]) => Ruling<Committee, Refusal>,
  ): Promise<Ruling<Committee, Refusal>>;
  /** Changes committees and what hangs on them, all or nothing. */
  reorganise<Changes extends RosterChanges, Refusal extends string>(
    asked: CommitteesAsked,
    decide: (known: CommitteesToChange) => Ruling<Changes, Refusal>,
  ): Promise<Ruling<Changes, Refusal>>;
  /** Changes the terms of one committee, by the decision about one of them. */
  changeTerms<Changes extends Pick<RosterChanges, 'terms'>, Refusal extends string>(
    committeeId: CommitteeId,
    termId: TermId,
    decide: (known: KnownTerms) => Ruling<Changes, Refusal>,
  ): Promise<Ruling<Changes, Refusal>>;

  /**
   * Committees by name, standing or ended; with `among`, only of those. A word may also begin one of the present names
   * or codes of those above: there are many cells of one name.
   */
  search(page: SearchPage & { readonly among?: readonly CommitteeId[] }): Promise<readonly Committee[]>;
  /**
   * Committees that stand and follow the issuer, through all ranks, itself included; each by its own name and that of
   * whoever directs it. In order of `placeInSearch` of their own names.
   */
  searchFollowers(issuer: CommitteeId, page: Omit<SearchPage, 'after'>): Promise<readonly Follower[]>;
  /** The committees that stand directly below one, or with null at the top; or stood there on an ISO day. */
  subordinates(
    superiorId: CommitteeId | null,
    page: PageOf & { readonly on?: string | undefined },
  ): Promise<readonly TreeEntry[]>;
  /** How many stand directly below each, or stood there on an ISO day; those without any may be left out. */
  countSubordinates(
    superiorIds: readonly CommitteeId[],
    on: string | undefined,
  ): Promise<ReadonlyMap<CommitteeId, number>>;
  /** Every committee above any of these, in any order. */
  above(ids: readonly CommitteeId[]): Promise<readonly Committee[]>;
  history(id: CommitteeId): Promise<CommitteeHistory>;
  /** These and all that were merged into them, directly or by way of others, each with the one of these that it lives on in. */
  heirs(ids: readonly CommitteeId[]): Promise<ReadonlyMap<CommitteeId, CommitteeId>>;
  /** Everybody who follows the issuer's plans, through all ranks, itself included, with the committee that directs it; in any order. */
  followers(issuer: CommitteeId): Promise<readonly Committee[]>;
  /** A committee's terms, newest first. */
  terms(committeeId: CommitteeId): Promise<readonly Term[]>;

  people(): Promise<readonly Person[]>;
  findPerson(id: PersonId): Promise<Person | undefined>;
  /** Those that are known, in any order. */
  findPeople(ids: readonly PersonId[]): Promise<readonly Person[]>;
  /** People by name; with `within`, only those who hold or held a seat there or somewhere below. */
  searchPeople(page: SearchPage & { readonly within?: CommitteeId }): Promise<readonly Person[]>;

  /** Every seat of a committee, present, past and future. */
  seats(committeeId: CommitteeId): Promise<readonly Seat[]>;
  /** The committee's seats held on the ISO date `on`, with their holders, in order of precedence. */
  heldSeats(committeeId: CommitteeId, on: string): Promise<readonly HeldSeat[]>;
  /** Every seat of a person in any committee. */
  seatsOf(personId: PersonId): Promise<readonly Seat[]>;
  /** Every seat of these people. */
  seatsOfPeople(ids: readonly PersonId[]): Promise<readonly Seat[]>;
  /** Everything at once, of one moment: for the export, and to plan on before a step. */
  wholeRoster(): Promise<WholeRoster>;
  /** Changes one committee's seats; a seat whose committee or person is not known is a bug: it throws and keeps nothing. */
  changeSeats<Changes extends Pick<RosterChanges, 'seats' | 'people'>, Refusal extends string>(
    asked: SeatsAsked,
    decide: (known: SeatsToChange) => Ruling<Changes, Refusal>,
  ): Promise<Ruling<Changes, Refusal>>;
  /** Changes one person, in sight of all their seats. */
  changePerson<Changes extends Pick<RosterChanges, 'people'>, Refusal extends string>(
    id: PersonId,
    decide: (known: KnownPerson) => Ruling<Changes, Refusal>,
  ): Promise<Ruling<Changes, Refusal>>;
  /**
   * Keeps a whole import, all or nothing; answers what the decision answered. It was planned on the roster of a revision;
   * where there is another by now, and with null in any case, everything is read, and the decision is handed it.
   */
  importRoster<Result extends RosterStep, const PlannedOn extends number | null>(
    plannedOn: PlannedOn,
    decide: (changed: ChangedSince<PlannedOn>) => Result,
  ): Promise<Result>;
}
