import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { publishedResult } from '../../../domain/session/published-result.ts';
import type { Session, SessionId } from '../../../domain/session/session.ts';
import { AlteredSession } from '../session-locks.ts';
import { type SessionPerson, sessionPeople } from '../session-people.ts';
import { bodyDigest, resultDigest, type SessionSeal } from '../session-seal.ts';
import type { SessionFilter } from '../session-store.ts';
import type { Database } from './connection.ts';
import { inChunks } from './in-chunks.ts';
import { changeSeal, columnsOfRow, sealPresent } from './seal-rows.ts';
import { publishedResultTable, sessionPersonTable, sessionTable } from './sessions-schema.ts';

/** The shape of the body that this version writes and reads; a migration lifts older ones to it. */
const format = 6;

/** What JSON gives back as it was written (`undefined` as a field left out); anything else becomes `never`. */
type JsonSafe<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | Date | bigint
    ? never
    : { readonly [Key in keyof Value]: JsonSafe<Value[Key]> };

type SessionRow = typeof sessionTable.$inferSelect;

function columnsOf(session: Session) {
  const { id, committeeId, superiorId, planId, state, readKey, openedAt, settings } = session;
  const opened = openedAt !== null;
  return { id, committeeId, superiorId, planId, state, readKey, heldOn: settings.heldOn, opened, format };
}

function toRow(session: Session & JsonSafe<Session>): SessionRow {
  return { ...columnsOf(session), body: JSON.stringify(session) };
}

/** The session of a row, which must be the one that was sealed; throws `AlteredSession`. */
export function toSession(row: SessionRow, seal: SessionSeal | undefined): Session {
  const altered = (problem: string) => new AlteredSession(row.id as SessionId, problem);
  if (seal === undefined) throw altered('its seal is missing');
  if (seal.columns !== columnsOfRow(row)) throw altered('what it is found by was altered');
  if (seal.body !== bodyDigest(row.body)) throw altered('its document was altered');
  const session = readBody(row);
  if (session === undefined) throw altered(`its document cannot be read in format ${format}`);
  return session;
}

/** Only this service writes bodies: undefined for one that does not fit its columns. */
function readBody(row: SessionRow): Session | undefined {
  if (row.format !== format) return undefined;
  try {
    const session = JSON.parse(row.body) as Session;
    const columns = Object.entries(columnsOf(session)) as [keyof SessionRow, unknown][];
    return columns.every(([name, value]) => row[name] === value) ? session : undefined;
  } catch {
    return undefined;
  }
}

export function insertSession(database: Database, session: Session): void {
  database.insert(sessionTable).values(toRow(session)).run();
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
  const row = toRow(after);
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
  const textOf = (people: readonly SessionPerson[]) =>
    people
      .map((one) => `${one.personId} ${one.role}`)
      .sort()
      .join();
  return textOf(rows) === textOf(sessionPeople(session));
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
