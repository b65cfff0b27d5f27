import type { Instant } from '../../domain/instant.ts';

/** For how long a piece of work is somebody's. */
export interface LeaseTerm {
  /** Of whoever takes it; both by that node's clock, never by the database's own. */
  readonly now: Instant;
  readonly until: Instant;
}

/**
 * Who of all nodes does a piece of work that goes by time. A lease ends by itself, so that another node takes the work over
 * from one that died; work that outlasts its lease may be begun a second time, and has to be safe against that itself.
 */
export interface LeaseStore {
  /**
   * Takes a lease that is free or the owner's own already, until the end of the term. One whose end lies further ahead than
   * twice the term's is free too: the clock it was taken by has been put back since.
   * @returns whether the owner has it now
   */
  take(name: string, owner: string, term: LeaseTerm): Promise<boolean>;
  /** Frees it, unless somebody else has it. */
  giveBack(name: string, owner: string): Promise<void>;
}

/** An end beyond this cannot have been taken by a clock that goes right. */
export function latestEnd({ now, until }: LeaseTerm): Instant {
  return new Date(2 * Date.parse(until) - Date.parse(now)).toISOString();
}
