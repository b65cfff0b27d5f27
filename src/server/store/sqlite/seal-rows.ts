import { and, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { SessionId, SessionState } from '../../../domain/session/session.ts';
import { columnsOfRow } from '../session-rows.ts';
import {
  bodyDigest,
  documentsDigest,
  isShut,
  type LoggedSeal,
  papersDigest,
  resultDigest,
  type SessionSeal,
  unloggedIn,
  wholeSeal,
} from '../session-seal.ts';
import { auditTable, committeeAuditTable } from './audit-schema.ts';
import type { Database } from './connection.ts';
import { documentTable } from './documents-schema.ts';
import { hasTable } from './has-table.ts';
import { prepared } from './prepared.ts';
import { recordEventTable } from './records-schema.ts';
import { sessionSealTable } from './seals-schema.ts';
import { paperTable, publishedResultTable, sessionTable } from './sessions-schema.ts';

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
  return unloggedIn({ entry: loggedSeals(database, [id]).get(id), head: headOf(database, id) }, seal);
}

/** The last entries of the audit log that carry a seal of these sessions. */
export function loggedSeals(database: Database, ids: readonly SessionId[]): ReadonlyMap<SessionId, LoggedSeal> {
  // Of the service's chain only where the committee's own has none yet.
  const chains = hasTable(database, 'committee_audit_entry') ? [auditTable, committeeAuditTable] : [auditTable];
  const rows = chains.flatMap((table) => lastSeals(database, table, ids));
  return new Map(rows.map((row) => [row.sessionId as SessionId, row]));
}

function lastSeals(
  database: Database,
  table: typeof auditTable | typeof committeeAuditTable,
  ids: readonly SessionId[],
) {
  const { number, seal, sessionId } = table;
  const asked = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  return database
    .select({ sessionId, seal, number: sql<number>`max(${number})` })
    .from(table)
    .where(and(sql`${sessionId} IN ${asked}`, isNotNull(seal)))
    .groupBy(sessionId)
    .all();
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

/** Stands in the seal of a session that was not what its seal said when a migration was about to change all: nothing has it. */
const altered = 'altered before a migration';

/**
 * Marks the sessions that are not what their seal says, or not what the audit log was made with, in a database of this
 * release or of one before: they are not sealed anew and stay locked.
 */
export function markUnsealed(database: Database): void {
  const ids = database.all<{ id: SessionId }>(sql`select id from session`).map(({ id }) => id);
  const sealed = findSealed(database);
  const unsealed = ids.filter((id) => !sealed.has(id));
  database.transaction(
    (inner) => {
      for (const sessionId of unsealed) {
        const set = { body: altered };
        const row = { sessionId, columns: altered, body: altered, papers: altered, documents: altered, result: null };
        inner
          .insert(sessionSealTable)
          .values(row)
          .onConflictDoUpdate({ target: sessionSealTable.sessionId, set })
          .run();
      }
    },
    { behavior: 'immediate' },
  );
}

export function markedUnsealed(database: Database): ReadonlySet<SessionId> {
  const { sessionId, body } = sessionSealTable;
  const rows = database.select({ sessionId }).from(sessionSealTable).where(eq(body, altered)).all();
  return new Set(rows.map((row) => row.sessionId as SessionId));
}

/** Ids of the sessions whose seals hold, and are what the audit log carries. */
function findSealed(database: Database): ReadonlySet<SessionId> {
  // Migration 0027 gave the column its name.
  const isOlder = database.all(sql`select 1 from pragma_table_info('paper') where name = 'batch_id'`).length > 0;
  const printRunId = isOlder ? sql<string | null>`batch_id` : paperTable.printRunId;
  const { id, state } = sessionTable;
  const sessions = database.select({ id, state }).from(sessionTable).all();
  const isSealed = ({ id, state }: { readonly id: string; readonly state: SessionState }) => {
    const sessionId = id as SessionId;
    const seal = keptSeal(database, sessionId);
    const isWhole = seal !== undefined && sealsAgree(presentSeal(database, sessionId, printRunId), seal);
    return isWhole && findUnlogged(database, sessionId, state, seal) === undefined;
  };
  return new Set(sessions.filter(isSealed).map((one) => one.id as SessionId));
}

function sealsAgree(one: SessionSeal | undefined, other: SessionSeal | undefined): boolean {
  return one !== undefined && other !== undefined && wholeSeal(one, null) === wholeSeal(other, null);
}
