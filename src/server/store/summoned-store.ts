import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { ImportToKeep } from '../../domain/roster/kept-import.ts';
import type { Person, PersonId } from '../../domain/roster/person.ts';
import type { SummonedList } from '../../domain/session/summoned.ts';

/** `kept`: the import that the change was, to be kept with it. */
export type SummonedDecision =
  | { readonly ok: true; readonly value: SummonedList; readonly kept?: ImportToKeep | undefined }
  | { readonly ok: false };

/** On what an entry of a whole list was planned. */
export interface EntryPlan {
  /** Of the roster, as in `WholeRoster`; null: on none. */
  readonly plannedOn: number | null;
  /** ISO day on which who holds the committee's seats matters. */
  readonly seatedOn: string;
}

/** Who is known of a committee and everywhere. */
export interface KnownToSummon {
  readonly people: readonly Person[];
  /** Who holds the committee's seats on the day. */
  readonly seated: readonly Person[];
}

/** Who is summoned, committee by committee and term by term. */
export interface SummonedStore {
  /** Latest term first. */
  list(committee: CommitteeId): Promise<readonly SummonedList[]>;
  /** Those that name this person, in any order. */
  naming(person: PersonId): Promise<readonly SummonedList[]>;
  find(committee: CommitteeId, term: string): Promise<SummonedList | undefined>;
  change<Answer extends SummonedDecision>(
    committee: CommitteeId,
    term: string,
    decide: (known: SummonedList | undefined) => Answer,
  ): Promise<Answer>;
  /** The same with who is known, where the roster has another revision than the one that was planned on. */
  enter<Answer extends SummonedDecision>(
    committee: CommitteeId,
    term: string,
    plan: EntryPlan,
    decide: (known: SummonedList | undefined, changed: KnownToSummon | undefined) => Answer,
  ): Promise<Answer>;
}
