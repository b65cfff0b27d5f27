import { and, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { SessionId, SessionState } from '../../../domain/session/session.ts';
import {
  bodyDigest,
  columnsDigest,
  documentsDigest,
  isShut,
  papersDigest,
  resultDigest,
  type SessionSeal,
  wholeSeal,
} from '../session-seal.ts';
import { auditTable } from './audit-schema.ts';
import type { Database } from './connection.ts';
import { documentTable } from './documents-schema.ts';
import { prepared } from './prepared.ts';
import { recordEventTable } from './records-schema.ts';
import { sessionSealTable } from './seals-schema.ts';
import { paperTable, publishedResultTable, sessionTable } from './sessions-schema.ts';

type SessionRow = typeof sessionTable.$inferSelect;

/** What a session is found by, in a fixed order. */
export function columnsOfRow(row: Omit<SessionRow, 'body'>): string {
  const { id, committeeId, superiorId, planId, state, heldOn, opened, readKey, format } = row;
  return columnsDigest([id, committeeId, superiorId, planId, state, heldOn, opened, readKey, format]);
}

const sealOfSession = prepared((database) =>
  database
    .select()
    .from(sessionSealTable)
    .where(eq(sessionSealTable.sessionId, sql.placeholder('id')))
    .prepare(),
);

/** As the service last wrote it; undefined where that is gone. */
export function keptSeal(database: Database, id: SessionId): SessionSeal | undefined {
  return sealOfSession(database).get({ id });
}

/** Inside the transaction of the change that it is about. */
export function changeSeal(transaction: Database, id: SessionId, change: Partial<SessionSeal>): void {
  if (Object.keys(change).length === 0) return;
  transaction.update(sessionSealTable).set(change).where(eq(sessionSealTable.sessionId, id)).run();
}

/**
 * What the tables hold now; only what is sealed is read, so that it serves before a migration too.
 * @param printRunId the column, where an older database calls it otherwise
 */
export function presentSeal(
  database: Database,
  id: SessionId,
  printRunId: typeof paperTable.printRunId | SQL<string | null> = paperTable.printRunId,
): SessionSeal | undefined {
  const { committeeId, superiorId, planId, state, heldOn, opened, readKey, format, body } = sessionTable;
  const columns = {
    id: sessionTable.id,
    committeeId,
    superiorId,
    planId,
    state,
    heldOn,
    opened,
    readKey,
    format,
    body,
  };
  const [row] = database.select(columns).from(sessionTable).where(eq(sessionTable.id, id)).all();
  if (row === undefined) return undefined;
  const { credential, channel, fate, votedBy } = paperTable;
  const papers = database
    .select({ credential, channel, printRunId, fate, votedBy })
    .from(paperTable)
    .where(eq(paperTable.sessionId, id))
    .all();
  const [published] = database
    .select({ result: publishedResultTable.result })
    .from(publishedResultTable)
    .where(eq(publishedResultTable.sessionId, id))
    .all();
  return {
    columns: columnsOfRow(row),
    body: bodyDigest(row.body),
    papers: papersDigest(row.state, papers),
    documents: documentsDigestOf(database, id),
    result: published === undefined ? null : resultDigest(published.result),
  };
}

const sealsOfDocuments = prepared((database) =>
  database
    .select({ seal: documentTable.seal })
    .from(documentTable)
    .where(eq(documentTable.sessionId, sql.placeholder('session')))
    .prepare(),
);

export function documentsDigestOf(database: Database, session: SessionId): string {
  const rows = sealsOfDocuments(database).all({ session });
  return documentsDigest(rows.map((row) => row.seal));
}

/** Seals a session as it lies there. */
export function sealPresent(transaction: Database, id: SessionId): void {
  const seal = presentSeal(transaction, id);
  if (seal === undefined) return;
  transaction
    .insert(sessionSealTable)
    .values({ sessionId: id, ...seal })
    .onConflictDoUpdate({ target: sessionSealTable.sessionId, set: seal })
    .run();
}

/** What the audit log is to carry of a session at this moment; null while papers still change hands. */
export function sealToLog(database: Database, id: SessionId | null): string | null {
  if (id === null) return null;
  const [row] = database.select({ state: sessionTable.state }).from(sessionTable).where(eq(sessionTable.id, id)).all();
  const seal = row && isShut(row.state) ? keptSeal(database, id) : undefined;
  return seal === undefined ? null : wholeSeal(seal, headOf(database, id));
}

/** Why the seal is not the one that the audit log carries of the last step, if so. */
export function findUnlogged(
  database: Database,
  id: SessionId,
  state: SessionState,
  seal: SessionSeal,
): string | undefined {
  if (!isShut(state)) return undefined;
  const [logged] = database
    .select({ number: auditTable.number, seal: auditTable.seal })
    .from(auditTable)
    .where(and(eq(auditTable.sessionId, id), isNotNull(auditTable.seal)))
    .orderBy(desc(auditTable.number))
    .limit(1)
    .all();
  if (logged === undefined || logged.seal === wholeSeal(seal, headOf(database, id))) return undefined;
  return `it is not what entry ${logged.number} of the audit log was made with`;
}

function headOf(database: Database, id: SessionId): string | null {
  const { hash, height, electionId } = recordEventTable;
  const [last] = database
    .select({ hash })
    .from(recordEventTable)
    .where(eq(electionId, id))
    .orderBy(desc(height))
    .limit(1)
    .all();
  return last?.hash ?? null;
}

/** Ids of the sessions whose seals hold, in a database of this release or of one before. */
export function findSealed(database: Database): ReadonlySet<SessionId> {
  // Migration 0027 gave the column its name.
  const isOlder = database.all(sql`select 1 from pragma_table_info('paper') where name = 'batch_id'`).length > 0;
  const printRunId = isOlder ? sql<string | null>`batch_id` : paperTable.printRunId;
  const ids = database.all<{ id: SessionId }>(sql`select session_id as id from session_seal`).map(({ id }) => id);
  return new Set(ids.filter((id) => sealsAgree(presentSeal(database, id, printRunId), keptSeal(database, id))));
}

function sealsAgree(one: SessionSeal | undefined, other: SessionSeal | undefined): boolean {
  return one !== undefined && other !== undefined && wholeSeal(one, null) === wholeSeal(other, null);
}
