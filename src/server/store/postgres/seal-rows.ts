import { and, desc, eq, isNotNull, max } from 'drizzle-orm';
import type { SessionId } from '../../../domain/session/session.ts';
import { columnsOfRow, type SessionRow } from '../session-rows.ts';
import {
  bodyDigest,
  documentsDigest,
  isShut,
  type LoggedSeal,
  papersDigest,
  type SessionSeal,
  wholeSeal,
} from '../session-seal.ts';
import { anyOf } from './any-of.ts';
import { auditTable, committeeAuditTable } from './audit-schema.ts';
import type { Database } from './connection.ts';
import { eventsOf } from './records.ts';
import { recordEventTable } from './records-schema.ts';
import { sessionSealTable } from './seals-schema.ts';
import { sessionTable } from './sessions-schema.ts';

/** Seals a session that begins in this step, without papers and documents. */
export async function sealNew(transaction: Database, row: SessionRow, result: string | null): Promise<void> {
  const seal: SessionSeal = {
    columns: columnsOfRow(row),
    body: bodyDigest(row.body),
    papers: papersDigest(row.state, []),
    documents: documentsDigest([]),
    result,
  };
  await transaction.insert(sessionSealTable).values({ sessionId: row.id, ...seal });
}

/** Inside the transaction of the change that it is about. */
export async function changeSeal(transaction: Database, id: SessionId, change: Partial<SessionSeal>): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await transaction.update(sessionSealTable).set(change).where(eq(sessionSealTable.sessionId, id));
}

/** What the audit log is to carry of a session at this moment; null while papers still change hands. */
export async function sealToLog(database: Database, id: SessionId | null): Promise<string | null> {
  if (id === null) return null;
  const [row] = await database
    .select({ state: sessionTable.state, seal: sessionSealTable })
    .from(sessionTable)
    .innerJoin(sessionSealTable, eq(sessionSealTable.sessionId, sessionTable.id))
    .where(eq(sessionTable.id, id));
  return row === undefined || !isShut(row.state) ? null : wholeSeal(row.seal, await headOf(database, id));
}

/** The last entries of the audit log that carry a seal of these sessions. */
export async function loggedSeals(
  database: Database,
  ids: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, LoggedSeal>> {
  if (ids.length === 0) return new Map();
  // Of the service's chain only where the committee's own has none yet.
  const found = [await lastSeals(database, auditTable, ids), await lastSeals(database, committeeAuditTable, ids)];
  return new Map(found.flat().map((row) => [row.sessionId as SessionId, row]));
}

async function lastSeals(
  database: Database,
  table: typeof auditTable | typeof committeeAuditTable,
  ids: readonly SessionId[],
) {
  const { number, seal, sessionId } = table;
  const sealed = and(anyOf(sessionId, ids), isNotNull(seal));
  const last = database
    .select({ of: sessionId, highest: max(number).as('highest') })
    .from(table)
    .where(sealed)
    .groupBy(sessionId)
    .as('last');
  return await database
    .select({ sessionId, seal, number })
    .from(table)
    .innerJoin(last, and(eq(last.of, sessionId), eq(last.highest, number)))
    .where(sealed);
}

/** Where the vote's own record ends. */
export async function headOf(database: Database, id: SessionId): Promise<string | null> {
  const { hash, height } = recordEventTable;
  const [last] = await database
    .select({ hash })
    .from(recordEventTable)
    .where(eventsOf({ sessionId: id, electionId: id }))
    .orderBy(desc(height))
    .limit(1);
  return last?.hash ?? null;
}
