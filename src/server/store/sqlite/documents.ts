import { and, eq, sql } from 'drizzle-orm';
import type { SessionId } from '../../../domain/session/session.ts';
import type { DocumentStore } from '../document-store.ts';
import { atomically, type Database } from './database.ts';
import { documentTable } from './documents-schema.ts';

export function sqliteDocuments(database: Database): DocumentStore {
  const { bytes: _, ...described } = documentTable;
  const { sessionId, id, kind, subjectId, title } = described;
  const columns = { sessionId, id, kind, subjectId, title };
  const one = (session: SessionId, document: string) => and(eq(sessionId, session), eq(id, document));

  return {
    put: async (document, bytes) => {
      const row = { ...document, bytes: Buffer.from(bytes) };
      const target = [sessionId, id];
      await atomically(database, (transaction) =>
        transaction.insert(documentTable).values(row).onConflictDoUpdate({ target, set: row }).run(),
      );
    },
    list: async (session) =>
      database
        .select(columns)
        .from(documentTable)
        .where(eq(sessionId, session))
        .orderBy(sql`rowid`)
        .all()
        .map((row) => ({ ...row, sessionId: row.sessionId as SessionId })),
    read: async (session, document) => {
      const [row] = database.select().from(documentTable).where(one(session, document)).all();
      if (row === undefined) return undefined;
      const { bytes, ...rest } = row;
      return { document: { ...rest, sessionId: session }, bytes: Uint8Array.from(bytes) };
    },
    remove: async (session, document) =>
      atomically(
        database,
        (transaction) => transaction.delete(documentTable).where(one(session, document)).run().changes > 0,
      ),
  };
}
