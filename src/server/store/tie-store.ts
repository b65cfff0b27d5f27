import type { Ties } from '../../domain/relations.ts';

/** Finds what ties a person or an account to the committee or session that an address names. */
export interface TieStore {
  /** `today`: ISO date on which seats are looked at. Undefined when there is no such committee. */
  ofCommittee(committeeId: string, personId: string | null, today: string): Promise<Ties | undefined>;
}
