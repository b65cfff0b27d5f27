import type { BatchId, SessionId } from './session.ts';

/**
 * A ballot paper as the server knows it: its public credential and what became of it. It holds no person, no time
 * and no address; its place in the store says nothing of the order it was made or handed out in.
 */
export interface Paper {
  readonly sessionId: SessionId;
  /** Public credential (PROTOCOL §4): the point's text form. */
  readonly credential: string;
  readonly channel: 'sheet' | 'phone';
  /** The batch of a printed sheet; null for a phone paper. */
  readonly batchId: BatchId | null;
  /** `unused`: counted among the sheets left over. Neither void nor unused papers can vote. */
  readonly fate: 'live' | 'void' | 'unused';
  /** The last ballot's way into the box; null while it has not voted. */
  readonly votedBy: 'phone' | 'sheet' | null;
  /** SHA-256 (hex) of the key kept by the phone that voted first. */
  readonly recastKeyHash: string | null;
}
