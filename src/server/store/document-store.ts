import type { SessionId } from '../../domain/session/session.ts';
import { bytesDigest } from './digest.ts';

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

/** A document to keep in a step of its session. */
export type NewDocument = KeptDocument & { readonly bytes: Uint8Array };

/** Made before the step, which must not wait for a large file to be hashed. */
export function newDocument(document: StoredDocument, bytes: Uint8Array): NewDocument {
  return { ...document, bytes, bytesHash: bytesDigest(bytes) };
}

/** Documents come and go in steps of their session (`SessionStep`). */
export interface DocumentStore {
  list(sessionId: SessionId): Promise<readonly StoredDocument[]>;
  read(sessionId: SessionId, id: string): Promise<{ document: StoredDocument; bytes: Uint8Array } | undefined>;
}
