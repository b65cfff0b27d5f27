import { accept } from '../../../src/domain/ruling.ts';
import type { SessionId } from '../../../src/domain/session/session.ts';
import { newDocument, type StoredDocument } from '../../../src/server/store/document-store.ts';
import type { Store } from '../../../src/server/store/store.ts';

/** Attaches a document whatever the rules say, as a step of its session. */
export async function keepDocument({ sessions }: Store, document: StoredDocument, bytes: Uint8Array): Promise<void> {
  const put = newDocument(document, bytes);
  const kept = await sessions.update(document.sessionId, { papers: [] }, (after) =>
    accept({ after, documents: { put } }),
  );
  if (!kept.ok) throw new Error(kept.refusal);
}

export async function dropDocument({ sessions }: Store, session: SessionId, id: string): Promise<void> {
  await sessions.update(session, { papers: [] }, (after) => accept({ after, documents: { remove: id } }));
}
