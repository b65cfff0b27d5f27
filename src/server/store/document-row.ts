import type { SessionId } from '../../domain/session/session.ts';
import type { StoredDocument } from './document-store.ts';
import { AlteredSession, type SessionLocks } from './session-locks.ts';
import { documentDigest } from './session-seal.ts';

/** A document as it is kept, without its bytes. */
interface DocumentRow {
  readonly sessionId: string;
  readonly id: string;
  readonly kind: StoredDocument['kind'];
  readonly subjectId: string | null;
  readonly title: string;
  readonly bytesHash: string;
  readonly seal: string;
}

export function toDocument({ sessionId, id, kind, subjectId, title }: Omit<DocumentRow, 'seal'>): StoredDocument {
  return { sessionId: sessionId as SessionId, id, kind, subjectId, title };
}

/** Whether it is as it was sealed; its bytes are compared with `bytesHash` by whoever reads them. */
export function isSealed(row: DocumentRow): boolean {
  return row.seal === documentDigest(toDocument(row), row.bytesHash);
}

export const listAltered = 'its list of documents was altered';

/** A document is refused by itself: the vote goes on without it. */
export function reportAltered(locks: SessionLocks, session: SessionId, what: string): AlteredSession {
  const found = new AlteredSession(session, what);
  locks.report(found);
  return found;
}
