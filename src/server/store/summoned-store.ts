import type { CommitteeId } from '../../domain/committee.ts';
import type { Decision } from '../../domain/decision.ts';
import type { SummonedList } from '../../domain/summoned.ts';

/** Who is summoned, committee by committee and term by term. */
export interface SummonedStore {
  /** Latest term first. */
  list(committee: CommitteeId): Promise<readonly SummonedList[]>;
  find(committee: CommitteeId, term: string): Promise<SummonedList | undefined>;
  change<Refusal extends string>(
    committee: CommitteeId,
    term: string,
    decide: (known: SummonedList | undefined) => Decision<SummonedList, Refusal>,
  ): Promise<Decision<SummonedList, Refusal>>;
}
