import type { Ties } from '../../domain/account/relations.ts';
import type { SessionId } from '../../domain/session/session.ts';

/** Who asks, and when. */
export interface TieQuestion {
  readonly personId: string | null;
  /** ISO date on which seats are looked at. */
  readonly today: string;
}

/** Finds what ties a person to the committee or session that an address names; undefined when there is none such. */
export interface TieStore {
  ofCommittee(committeeId: string, question: TieQuestion): Promise<Ties | undefined>;
  /**
   * Ties to a session, through its committee. The superior is the one fixed at opening; before that, the committee's
   * present one. `readKey`: what the caller shows as the session's read key; compared in constant time.
   */
  ofSession(sessionId: string, question: TieQuestion & { readonly readKey?: string }): Promise<Ties | undefined>;
  /** The same for many sessions at once; without those that there are not. */
  ofSessions(ids: readonly SessionId[], question: TieQuestion): Promise<ReadonlyMap<SessionId, Ties>>;
}
