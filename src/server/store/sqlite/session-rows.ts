import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { publishedResult } from '../../../domain/session/published-result.ts';
import type { Session } from '../../../domain/session/session.ts';
import { AlteredSession } from '../session-locks.ts';
import { sessionPeople } from '../session-people.ts';
import { arePeopleOf, columnsOfRow, readBody, rowOfSession } from '../session-rows.ts';
import { bodyDigest, resultDigest } from '../session-seal.ts';
import type { SessionFilter } from '../session-store.ts';
import type { Database } from './connection.ts';
import { inChunks } from './in-chunks.ts';
import { changeSeal, sealPresent } from './seal-rows.ts';
import { publishedResultTable, sessionPersonTable, sessionTable } from './sessions-schema.ts';

export function insertSession(database: Database, session: Session): void {
  database.insert(sessionTable).values(rowOfSession(session)).run();
  insertPeople(database, session);
  writeResult(database, session);
  sealPresent(database, session.id);
}

/**
 * Rewrites who is in it only when that changed: a tick on the roll changes one row, not hundreds. Throws
 * `AlteredSession` where its row is gone.
 */
export function updateSession(database: Database, before: Session, after: Session): void {
  if (after === before) return;
  const row = rowOfSession(after);
  const { changes } = database.update(sessionTable).set(row).where(eq(sessionTable.id, after.id)).run();
  if (changes !== 1) throw new AlteredSession(after.id, 'its row is missing');
  const result = writeResult(database, after);
  const columns = columnsOfRow(row);
  changeSeal(database, after.id, { columns, body: bodyDigest(row.body), ...(result && { result }) });
  if (JSON.stringify(sessionPeople(before)) === JSON.stringify(sessionPeople(after))) return;
  database.delete(sessionPersonTable).where(eq(sessionPersonTable.sessionId, after.id)).run();
  insertPeople(database, after);
}

function insertPeople(database: Database, session: Session): void {
  inChunks(sessionPeople(session), (some) => {
    const rows = some.map((one) => ({ sessionId: session.id, ...one }));
    database.insert(sessionPersonTable).values(rows).run();
    return [];
  });
}

/** Its digest; undefined for a session that is not published. */
function writeResult(database: Database, session: Session): string | undefined {
  const found = publishedResult(session);
  if (found === undefined) return undefined;
  const result = JSON.stringify(found);
  const { sessionId } = publishedResultTable;
  const row = { sessionId: session.id, result };
  database.insert(publishedResultTable).values(row).onConflictDoUpdate({ target: sessionId, set: { result } }).run();
  return resultDigest(result);
}

/** Of sessions published by an earlier version, which have no row yet; one that cannot be read is left to whoever loads it. */
export function addMissingResults(database: Database): void {
  const { sessionId } = publishedResultTable;
  const missing = database
    .select({ row: sessionTable })
    .from(sessionTable)
    .leftJoin(publishedResultTable, eq(sessionId, sessionTable.id))
    .where(and(eq(sessionTable.state, 'published'), isNull(sessionId)))
    .all();
  for (const { row } of missing) {
    const session = readBody(row);
    if (session !== undefined) writeResult(database, session);
  }
}

/** Whether its people are found by what they are in it, and nobody else is. */
export function findsItsPeople(database: Database, session: Session): boolean {
  const { sessionId, personId, role } = sessionPersonTable;
  const rows = database.select({ personId, role }).from(sessionPersonTable).where(eq(sessionId, session.id)).all();
  return arePeopleOf(session, rows);
}

/** Undefined when nothing can fit. */
export function fitting(database: Database, { committeeIds, superiorIds, personIds }: SessionFilter): SQL | undefined {
  const ofPeople = (ids: readonly string[]) =>
    database
      .select({ id: sessionPersonTable.sessionId })
      .from(sessionPersonTable)
      .where(inArray(sessionPersonTable.personId, [...ids]));
  return or(
    committeeIds?.length ? inArray(sessionTable.committeeId, [...committeeIds]) : undefined,
    superiorIds?.length ? inArray(sessionTable.superiorId, [...superiorIds]) : undefined,
    personIds?.length ? inArray(sessionTable.id, ofPeople(personIds)) : undefined,
  );
}
