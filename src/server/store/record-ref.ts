import type { SessionId } from '../../domain/session/session.ts';

/** Which record is read. A store may keep it where the session lies, so that it is not found by the election alone. */
export interface RecordRef {
  readonly sessionId: SessionId;
  /** The session's own, or its rehearsal's. */
  readonly electionId: SessionId;
}

/** The record of the session's vote. */
export function ownRecord(sessionId: SessionId): RecordRef {
  return { sessionId, electionId: sessionId };
}
