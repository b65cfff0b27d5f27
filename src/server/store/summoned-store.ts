import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { ImportToKeep } from '../../domain/roster/kept-import.ts';
import type { Person, PersonId } from '../../domain/roster/person.ts';
import type { SummonedList } from '../../domain/session/summoned.ts';

/** `kept`: the import that the change was, to be kept with it. */
export type SummonedDecision =
  | { readonly ok: true; readonly value: SummonedList; readonly kept?: ImportToKeep | undefined }
  | { readonly ok: false };

/** Who is known in the same step; read only where it is asked for. */
export interface KnownToSummon {
  /** Of the roster, as in `WholeRoster`. */
  readonly revision: number;
  people(): readonly Person[];
  /** Who holds the committee's seats on the ISO day. */
  seated(on: string): readonly Person[];
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
    decide: (known: SummonedList | undefined, roster: KnownToSummon) => Answer,
  ): Promise<Answer>;
}
