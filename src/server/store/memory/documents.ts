import { accept, type Decision } from '../../../domain/decision.ts';
import type { SessionId, SessionState } from '../../../domain/session/session.ts';
import type { DocumentStore, StoredDocument } from '../document-store.ts';
import type { emptyData } from './imports.ts';

type Data = Pick<ReturnType<typeof emptyData>, 'sessions' | 'documents'>;

export function documentKey(sessionId: SessionId, id: string): string {
  return `${sessionId} ${id}`;
}

export function memoryDocuments({ sessions, documents: kept }: Data): DocumentStore {
  return {
    put: async <Refusal extends string>(
      document: StoredDocument,
      bytes: Uint8Array,
      check: (state: SessionState) => Decision<undefined, Refusal> = () => accept(undefined),
    ) => {
      const state = sessions.get(document.sessionId)?.session.state;
      if (state === undefined) throw new Error('a document of no session');
      const allowed = check(state);
      const key = documentKey(document.sessionId, document.id);
      if (allowed.ok) kept.set(key, { document, bytes: Uint8Array.from(bytes) });
      return allowed;
    },
    list: async (sessionId) =>
      [...kept.values()].map(({ document }) => document).filter((document) => document.sessionId === sessionId),
    read: async (sessionId, id) => kept.get(documentKey(sessionId, id)),
    remove: async (sessionId, id) => kept.delete(documentKey(sessionId, id)),
  };
}
