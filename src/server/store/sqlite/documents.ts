import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { SessionId } from '../../../domain/session/session.ts';
import { bytesDigest } from '../digest.ts';
import { isSealed, listAltered, reportAltered, toDocument } from '../document-row.ts';
import type { DocumentStore, KeptDocument } from '../document-store.ts';
import { keptByRevision } from '../kept-by-revision.ts';
import type { SessionLocks } from '../session-locks.ts';
import { documentDigest, documentsDigest } from '../session-seal.ts';
import type { DocumentChange } from '../session-store.ts';
import type { Database } from './connection.ts';
import { documentTable } from './documents-schema.ts';
import { prepared } from './prepared.ts';
import { sessionRevision } from './revisions.ts';
import { changeSeal, documentsDigestOf, keptSeal } from './seal-rows.ts';

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
const listsKept = 200;

interface DocumentList {
  readonly documents: readonly KeptDocument[];
  readonly problems: readonly string[];
}

/** What is as it was sealed, and what is wrong with the rest. */
function readList(database: Database, session: SessionId): DocumentList {
  const rows = documentsOf(database).all({ session });
  const altered = rows.filter((row) => !isSealed(row)).map(({ id }) => `its document ${id} was altered`);
  return {
    documents: rows.filter(isSealed).map((row) => ({ ...toDocument(row), bytesHash: row.bytesHash })),
    problems: isWholeList(database, session) ? altered : [listAltered, ...altered],
  };
}

/** Whether no document has come or gone beside the service. */
function isWholeList(database: Database, session: SessionId): boolean {
  const kept = keptSeal(database, session)?.documents ?? documentsDigest([]);
  return kept === documentsDigestOf(database, session);
}

export function sqliteDocuments(database: Database, locks: SessionLocks): DocumentStore {
  const lists = keptByRevision<SessionId, DocumentList>(listsKept);

  return {
    list: async (session) => {
      locks.require(session);
      const revision = sessionRevision(database, session);
      const list = lists.get(session, revision) ?? readList(database, session);
      lists.set(session, revision, list);
      const { documents, problems } = list;
      for (const problem of problems) reportAltered(locks, session, problem);
      return documents.map(toDocument);
    },
    read: async (session, document) => {
      locks.require(session);
      const [row] = database.select().from(documentTable).where(one(session, document)).all();
      if (row === undefined) return undefined;
      const { bytes } = row;
      if (!isSealed(row) || bytesDigest(bytes) !== row.bytesHash) {
        throw reportAltered(locks, session, `its document ${document} was altered`);
      }
      return { document: toDocument(row), bytes: Uint8Array.from(bytes) };
    },
  };
}

/** Those that are as they were sealed, for a decision; the others are reported. */
export function seenDocuments(database: Database, session: SessionId, locks: SessionLocks): readonly KeptDocument[] {
  const { documents, problems } = readList(database, session);
  for (const problem of problems) reportAltered(locks, session, problem);
  return documents;
}

/**
 * Keeps or removes a document in a step of its session, whose seal goes with it. Where the list was altered beside the
 * service the seal stays as it is, so that the list does not agree with it ever again.
 */
export function writeDocuments(
  transaction: Database,
  session: SessionId,
  change: DocumentChange,
  locks: SessionLocks,
): void {
  const isWhole = isWholeList(transaction, session);
  if ('put' in change) {
    const { bytes, ...document } = change.put;
    const row = { ...document, bytes: Buffer.from(bytes), seal: documentDigest(document, document.bytesHash) };
    const target = [documentTable.sessionId, documentTable.id];
    transaction.insert(documentTable).values(row).onConflictDoUpdate({ target, set: row }).run();
  } else if ('copy' in change) copyDocument(transaction, change);
  else transaction.delete(documentTable).where(one(session, change.remove)).run();
  if (!isWhole) reportAltered(locks, session, listAltered);
  else changeSeal(transaction, session, { documents: documentsDigestOf(transaction, session) });
}

/** The bytes stay in the database: a conference has hundreds of megabytes of them. */
function copyDocument(transaction: Database, { copy, as }: Extract<DocumentChange, { copy: unknown }>): void {
  const { sessionId, id, kind, subjectId, title, bytesHash, seal, bytes } = documentTable;
  const made = {
    sessionId: sql`${as.sessionId}`.as(sessionId.name),
    id: sql`${as.id}`.as(id.name),
    kind: sql`${as.kind}`.as(kind.name),
    subjectId: sql`${as.subjectId}`.as(subjectId.name),
    title: sql`${as.title}`.as(title.name),
    bytesHash: sql`${copy.bytesHash}`.as(bytesHash.name),
    seal: sql`${documentDigest(as, copy.bytesHash)}`.as(seal.name),
    bytes,
  };
  transaction
    .insert(documentTable)
    .select(transaction.select(made).from(documentTable).where(one(copy.sessionId, copy.id)))
    .run();
}

function one(session: SessionId, document: string) {
  return and(eq(documentTable.sessionId, session), eq(documentTable.id, document));
}
