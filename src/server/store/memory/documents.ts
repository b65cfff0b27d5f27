import type { SessionId } from '../../../domain/session/session.ts';
import type { DocumentStore, StoredDocument } from '../document-store.ts';

export function memoryDocuments(): DocumentStore {
  const kept = new Map<string, { document: StoredDocument; bytes: Uint8Array }>();
  const key = (sessionId: SessionId, id: string) => `${sessionId} ${id}`;
  return {
    put: async (document, bytes) => {
      kept.set(key(document.sessionId, document.id), { document, bytes: Uint8Array.from(bytes) });
    },
    list: async (sessionId) =>
      [...kept.values()].map(({ document }) => document).filter((document) => document.sessionId === sessionId),
    read: async (sessionId, id) => kept.get(key(sessionId, id)),
    remove: async (sessionId, id) => kept.delete(key(sessionId, id)),
  };
}
