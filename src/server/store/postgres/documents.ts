import { and, eq, getTableColumns, max, sql } from 'drizzle-orm';
import type { SessionId } from '../../../domain/session/session.ts';
import { bytesDigest } from '../digest.ts';
import { isSealed, listAltered, reportAltered, toDocument } from '../document-row.ts';
import type { DocumentStore, KeptDocument } from '../document-store.ts';
import type { SessionLocks } from '../session-locks.ts';
import { documentDigest, documentsDigest } from '../session-seal.ts';
import type { DocumentChange } from '../session-store.ts';
import type { Database } from './connection.ts';
import { documentTable } from './documents-schema.ts';
import { sessionSealTable } from './seals-schema.ts';
import { sessionTable } from './sessions-schema.ts';

const { bytes: _, ...described } = getTableColumns(documentTable);

interface DocumentList {
  readonly documents: readonly KeptDocument[];
  /** Whether no document has come or gone beside the service. */
  readonly isWhole: boolean;
  readonly problems: readonly string[];
}

/** What is as it was sealed, and what is wrong with the rest; the list and its seal are of one moment. */
async function readList(database: Database, session: SessionId): Promise<DocumentList> {
  const found = await database
    .select({ sealed: sessionSealTable.documents, document: described })
    .from(sessionTable)
    .leftJoin(sessionSealTable, eq(sessionSealTable.sessionId, sessionTable.id))
    .leftJoin(documentTable, eq(documentTable.sessionId, sessionTable.id))
    .where(eq(sessionTable.id, session))
    .orderBy(documentTable.place, documentTable.id);
  const rows = found.flatMap(({ document }) => document ?? []);
  const altered = rows.filter((row) => !isSealed(row)).map(({ id }) => `its document ${id} was altered`);
  const isWhole = (found[0]?.sealed ?? documentsDigest([])) === documentsDigest(rows.map(({ seal }) => seal));
  return {
    documents: rows.filter(isSealed).map((row) => ({ ...toDocument(row), bytesHash: row.bytesHash })),
    isWhole,
    problems: isWhole ? altered : [listAltered, ...altered],
  };
}

export function postgresDocuments(database: Database, locks: SessionLocks): DocumentStore {
  return {
    list: async (session) => {
      locks.require(session);
      return (await seenDocuments(database, session, locks)).map(toDocument);
    },
    read: async (session, document) => {
      locks.require(session);
      const [row] = await database.select().from(documentTable).where(one(session, document));
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
export async function seenDocuments(
  database: Database,
  session: SessionId,
  locks: SessionLocks,
): Promise<readonly KeptDocument[]> {
  const { documents, problems } = await readList(database, session);
  for (const problem of problems) reportAltered(locks, session, problem);
  return documents;
}

/**
 * Keeps or removes a document in a step of its session, which has the session's row, and whose seal goes with it. Where
 * the list was altered beside the service the seal stays as it is, so that the list does not agree with it ever again.
 */
export async function writeDocuments(
  transaction: Database,
  session: SessionId,
  change: DocumentChange,
  locks: SessionLocks,
): Promise<void> {
  const { isWhole } = await readList(transaction, session);
  if ('put' in change) await putDocument(transaction, change.put);
  else if ('copy' in change) await copyDocument(transaction, change);
  else await transaction.delete(documentTable).where(one(session, change.remove));
  if (!isWhole) {
    reportAltered(locks, session, listAltered);
    return;
  }
  const documents = await documentsDigestOf(transaction, session);
  await transaction.update(sessionSealTable).set({ documents }).where(eq(sessionSealTable.sessionId, session));
}

/** Of all that lie there, as the session's seal has it. */
export async function documentsDigestOf(database: Database, session: SessionId): Promise<string> {
  const { seal, sessionId } = documentTable;
  const rows = await database.select({ seal }).from(documentTable).where(eq(sessionId, session));
  return documentsDigest(rows.map((row) => row.seal));
}

type Put = Extract<DocumentChange, { put: unknown }>['put'];

/** One that is replaced keeps its place in the list. */
async function putDocument(transaction: Database, { bytes, ...document }: Put): Promise<void> {
  const place = await nextPlace(transaction, document.sessionId);
  const row = { ...document, bytes: Buffer.from(bytes), seal: documentDigest(document, document.bytesHash) };
  const { sessionId, id, ...set } = row;
  const target = [documentTable.sessionId, documentTable.id];
  await transaction
    .insert(documentTable)
    .values({ ...row, place })
    .onConflictDoUpdate({ target, set });
}

/** The bytes stay in the database: a conference has hundreds of megabytes of them. */
async function copyDocument(
  transaction: Database,
  { copy, as }: Extract<DocumentChange, { copy: unknown }>,
): Promise<void> {
  const place = await nextPlace(transaction, as.sessionId);
  const seal = documentDigest(as, copy.bytesHash);
  await transaction.execute(sql`
    INSERT INTO document (session_id, id, kind, subject_id, title, bytes_hash, seal, place, bytes)
    SELECT ${as.sessionId}, ${as.id}, ${as.kind}, ${as.subjectId}::text, ${as.title}, ${copy.bytesHash}, ${seal},
      ${place}::integer, bytes
    FROM document WHERE session_id = ${copy.sessionId} AND id = ${copy.id}`);
}

async function nextPlace(transaction: Database, session: SessionId): Promise<number> {
  const { place, sessionId } = documentTable;
  const [last] = await transaction
    .select({ place: max(place) })
    .from(documentTable)
    .where(eq(sessionId, session));
  return (last?.place ?? 0) + 1;
}

function one(session: SessionId, document: string) {
  return and(eq(documentTable.sessionId, session), eq(documentTable.id, document));
}
