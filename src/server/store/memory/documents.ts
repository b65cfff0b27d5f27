import { accept, type Ruling } from '../../../domain/ruling.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import type { DocumentCheck, DocumentStore, StoredDocument } from '../document-store.ts';
import { bytesDigest } from '../session-seal.ts';
import type { emptyData } from './imports.ts';

type Data = Pick<ReturnType<typeof emptyData>, 'sessions' | 'documents'>;

export function documentKey(sessionId: SessionId, id: string): string {
  return `${sessionId} ${id}`;
}

export function memoryDocuments({ sessions, documents: kept }: Data): DocumentStore {
  const ofSession = (id: SessionId) => [...kept.values()].filter(({ document }) => document.sessionId === id);
  const checked = <Refusal extends string>(id: SessionId, check: DocumentCheck<Refusal>) => {
    const state = sessions.get(id)?.session.state;
    if (state === undefined) throw new Error('a document of no session');
    return check(
      state,
      ofSession(id).map(({ document, bytes }) => ({ ...document, bytesHash: bytesDigest(bytes) })),
    );
  };
  return {
    put: async <Refusal extends string>(
      document: StoredDocument,
      bytes: Uint8Array,
      check: DocumentCheck<Refusal> = () => accept(undefined),
    ) => {
      const allowed = checked(document.sessionId, check);
      const key = documentKey(document.sessionId, document.id);
      if (allowed.ok) kept.set(key, { document, bytes: Uint8Array.from(bytes) });
      return allowed;
    },
    list: async (sessionId) => ofSession(sessionId).map(({ document }) => document),
    read: async (sessionId, id) => kept.get(documentKey(sessionId, id)),
    remove: async <Refusal extends string>(
      sessionId: SessionId,
      id: string,
      check: DocumentCheck<Refusal> = () => accept(undefined),
    ): Promise<Ruling<boolean, Refusal>> => {
      const allowed = checked(sessionId, check);
      return allowed.ok ? accept(kept.delete(documentKey(sessionId, id))) : allowed;
    },
  };
}
