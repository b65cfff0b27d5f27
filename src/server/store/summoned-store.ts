import type { CommitteeId } from '../../domain/committee.ts';
import type { Decision } from '../../domain/decision.ts';
import type { PersonId } from '../../domain/person.ts';
import type { ImportToKeep } from '../../domain/roster/kept-import.ts';
import type { SummonedList } from '../../domain/summoned.ts';

/** `kept`: the import that the change was, to be kept with it. */
export type SummonedDecision<Refusal extends string> = Decision<SummonedList, Refusal> & {
  readonly kept?: ImportToKeep | undefined;
};

/** Who is summoned, committee by committee and term by term. */
export interface SummonedStore {
  /** Latest term first. */
  list(committee: CommitteeId): Promise<readonly SummonedList[]>;
  /** Those that name this person, in any order. */
  naming(person: PersonId): Promise<readonly SummonedList[]>;
  find(committee: CommitteeId, term: string): Promise<SummonedList | undefined>;
  change<Refusal extends string>(
    committee: CommitteeId,
    term: string,
    decide: (known: SummonedList | undefined) => SummonedDecision<Refusal>,
  ): Promise<Decision<SummonedList, Refusal>>;
}
