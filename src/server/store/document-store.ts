import type { Decision } from '../../domain/decision.ts';
import type { SessionId, SessionState } from '../../domain/session/session.ts';

/** A file that belongs to a session: a dossier for voters, or the scan of the signed minutes. */
export interface StoredDocument {
  readonly id: string;
  readonly sessionId: SessionId;
  readonly kind: 'dossier' | 'signed-minutes';
  /** The subject a dossier is about; null for the session as a whole. */
  readonly subjectId: string | null;
  readonly title: string;
}

export interface DocumentStore {
  /**
   * Replaces a document of the same id, in one step with looking at the session's state, which may not allow it (any
   * more).
   */
  put<Refusal extends string = never>(
    document: StoredDocument,
    bytes: Uint8Array,
    check?: (state: SessionState) => Decision<undefined, Refusal>,
  ): Promise<Decision<undefined, Refusal>>;
  list(sessionId: SessionId): Promise<readonly StoredDocument[]>;
  read(sessionId: SessionId, id: string): Promise<{ document: StoredDocument; bytes: Uint8Array } | undefined>;
  /** False when there was none. */
  remove(sessionId: SessionId, id: string): Promise<boolean>;
}
