import type { Instant } from '../../domain/instant.ts';
import type { SessionId, SessionState } from '../../domain/session/session.ts';

export interface RenewedCounts {
  readonly summoned: number;
  readonly present: number;
  readonly issued: number;
  readonly collected: number;
  /** Null where it would show who used a channel. */
  readonly channels: { readonly phone: number; readonly sheet: number } | null;
}

/** A box as all nodes show it until it is counted again: the trackers are those of the record's ballots up to the height. */
export interface BoxRenewal {
  /** Random: tells it from the one before. */
  readonly id: string;
  /** The quarter of a minute in which it was counted, no finer: the last ballot may have come just before. */
  readonly at: Instant;
  /** The box took ballots when it was counted. */
  readonly isTaking: boolean;
  /** Of the record's last event that is shown; null before the setup. */
  readonly height: number | null;
  readonly counts: RenewedCounts;
}

/** What tells a node that something of a session has changed, whichever node changed it. */
export interface WatchedSession {
  readonly revision: number;
  readonly renewal: BoxRenewal | undefined;
}

/**
 * How the boxes of sessions that are not closed are shown: one renewal a session, which the next one overwrites. It goes in
 * the step that closes or cancels the session.
 */
export interface RenewalStore {
  find(id: SessionId): Promise<BoxRenewal | undefined>;
  /**
   * One atomic step: puts a renewal where the other one is still there (null: none), and the session is not closed.
   * @returns the renewal that is there afterwards: of many nodes that counted at once all get the same
   */
  replace(id: SessionId, instead: string | null, by: BoxRenewal): Promise<BoxRenewal | undefined>;
  /** Of these sessions, those that are known. */
  watched(ids: readonly SessionId[]): Promise<ReadonlyMap<SessionId, WatchedSession>>;
}

/** In which a session has a renewal: later nothing of its box moves any more. */
export const renewedStates: readonly SessionState[] = ['draft', 'issued', 'open', 'counting'];
