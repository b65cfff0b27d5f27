import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { accept, type Ruling } from '../../../domain/ruling.ts';
import type { SessionId, SessionState } from '../../../domain/session/session.ts';
import type { DocumentCheck, DocumentStore, StoredDocument } from '../document-store.ts';
import { AlteredSession, type SessionLocks } from '../session-locks.ts';
import { bytesDigest, documentDigest, documentsDigest } from '../session-seal.ts';
import type { Database } from './connection.ts';
import { atomically } from './database.ts';
import { documentTable } from './documents-schema.ts';
import { prepared } from './prepared.ts';
import { remembered } from './remembered.ts';
import { changeSeal, documentsDigestOf, keptSeal } from './seal-rows.ts';
import { sessionTable } from './sessions-schema.ts';

const { bytes: _, ...described } = getTableColumns(documentTable);

const documentsOf = prepared((database) =>
  database
    .select(described)
    .from(documentTable)
    .where(eq(documentTable.sessionId, sql.placeholder('session')))
    .orderBy(sql`rowid`)
    .prepare(),
);

/** More sessions than these are hardly held at one time. */
const sessionsRemembered = 200;

/** What is as it was sealed, and what is wrong with the rest. */
const documentList = remembered(sessionsRemembered, (database, session: SessionId) => {
  const kept = keptSeal(database, session)?.documents ?? documentsDigest([]);
  const isWhole = kept === documentsDigestOf(database, session);
  const rows = documentsOf(database).all({ session });
  const altered = rows.filter((row) => !isSealed(row)).map(({ id }) => `its document ${id} was altered`);
  return {
    documents: rows.filter(isSealed).map(toDocument),
    problems: isWhole ? altered : ['its list of documents was altered', ...altered],
  };
});

export function sqliteDocuments(database: Database, locks: SessionLocks): DocumentStore {
  const { sessionId, id } = documentTable;
  const one = (session: SessionId, document: string) => and(eq(sessionId, session), eq(id, document));
  const altered = (session: SessionId, what: string) => {
    const found = new AlteredSession(session, what);
    locks.report(found);
    return found;
  };
  /** Every change of the documents, whose seal goes with it. */
  const change = <Value>(session: SessionId, write: (transaction: Database) => Value) =>
    atomically(database, (transaction) => {
      const before = documentsDigestOf(transaction, session);
      const written = write(transaction);
      const after = documentsDigestOf(transaction, session);
      if (after !== before) changeSeal(transaction, session, { documents: after });
      return written;
    });

  const checked = <Refusal extends string>(transaction: Database, session: SessionId, check: DocumentCheck<Refusal>) =>
    check(
      stateOf(transaction, session),
      documentsOf(transaction)
        .all({ session })
        .map((row) => ({ ...toDocument(row), bytesHash: row.bytesHash })),
    );

  return {
    put: async <Refusal extends string>(
      document: StoredDocument,
      bytes: Uint8Array,
      check: DocumentCheck<Refusal> = () => accept(undefined),
    ) => {
      locks.require(document.sessionId);
      const bytesHash = bytesDigest(bytes);
      const row = { ...document, bytes: Buffer.from(bytes), bytesHash, seal: documentDigest(document, bytesHash) };
      const target = [sessionId, id];
      return change<Ruling<undefined, Refusal>>(document.sessionId, (transaction) => {
        const allowed = checked(transaction, document.sessionId, check);
        if (allowed.ok) {
          transaction.insert(documentTable).values(row).onConflictDoUpdate({ target, set: row }).run();
        }
        return allowed;
      });
    },
    list: async (session) => {
      locks.require(session);
      const { documents, problems } = documentList(database, session);
      for (const problem of problems) altered(session, problem);
      return documents;
    },
    read: async (session, document) => {
      locks.require(session);
      const [row] = database.select().from(documentTable).where(one(session, document)).all();
      if (row === undefined) return undefined;
      const { bytes } = row;
      if (!isSealed(row) || bytesDigest(bytes) !== row.bytesHash) {
        throw altered(session, `its document ${document} was altered`);
      }
      return { document: toDocument(row), bytes: Uint8Array.from(bytes) };
    },
    remove: async <Refusal extends string>(
      session: SessionId,
      document: string,
      check: DocumentCheck<Refusal> = () => accept(undefined),
    ) =>
      change<Ruling<boolean, Refusal>>(session, (transaction) => {
        const allowed = checked(transaction, session, check);
        if (!allowed.ok) return allowed;
        return accept(transaction.delete(documentTable).where(one(session, document)).run().changes > 0);
      }),
  };
}

function stateOf(database: Database, session: SessionId): SessionState {
  const [row] = database
    .select({ state: sessionTable.state })
    .from(sessionTable)
    .where(eq(sessionTable.id, session))
    .all();
  if (row === undefined) throw new Error('a document of no session');
  return row.state;
}

type DocumentRow = Omit<typeof documentTable.$inferSelect, 'bytes'>;

function toDocument({ sessionId, id, kind, subjectId, title }: DocumentRow): StoredDocument {
  return { sessionId: sessionId as SessionId, id, kind, subjectId, title };
}

function isSealed(row: DocumentRow): boolean {
  return row.seal === documentDigest(toDocument(row), row.bytesHash);
}
