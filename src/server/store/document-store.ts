import type { Ruling } from '../../domain/ruling.ts';
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

/** What stands there, with the SHA-256 of its bytes, hex. */
export type KeptDocument = StoredDocument & { readonly bytesHash: string };

/** Whether the documents of a session may change, by its state and the documents that it has. */
export type DocumentCheck<Refusal extends string> = (
  state: SessionState,
  kept: readonly KeptDocument[],
) => Ruling<undefined, Refusal>;

export interface DocumentStore {
  /** Replaces a document of the same id, in one step with the check. */
  put<Refusal extends string = never>(
    document: StoredDocument,
    bytes: Uint8Array,
    check?: DocumentCheck<Refusal>,
  ): Promise<Ruling<undefined, Refusal>>;
  list(sessionId: SessionId): Promise<readonly StoredDocument[]>;
  read(sessionId: SessionId, id: string): Promise<{ document: StoredDocument; bytes: Uint8Array } | undefined>;
  /** In one step with the check; the value is false when there was none. */
  remove<Refusal extends string = never>(
    sessionId: SessionId,
    id: string,
    check?: DocumentCheck<Refusal>,
  ): Promise<Ruling<boolean, Refusal>>;
}
