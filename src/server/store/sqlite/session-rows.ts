import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { publishedResult } from '../../../domain/session/published-result.ts';
import type { Session } from '../../../domain/session/session.ts';
import { sessionPeople } from '../session-people.ts';
import type { SessionFilter } from '../session-store.ts';
import type { Database } from './database.ts';
import { inChunks } from './in-chunks.ts';
import { publishedResultTable, sessionPersonTable, sessionTable } from './sessions-schema.ts';

/** The shape of the body that this version writes and reads; a migration lifts older ones to it. */
const format = 5;

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

/** The session of a row. Only this service writes bodies; one that does not fit its columns was altered by others. */
export function toSession(row: SessionRow): Session {
  if (row.format !== format) throw new Error(`session ${row.id} is kept in format ${row.format}, not ${format}`);
  const session = JSON.parse(row.body) as Session;
  const columns = Object.entries(columnsOf(session)) as [keyof SessionRow, unknown][];
  if (columns.some(([name, value]) => row[name] !== value)) throw new Error(`session ${row.id} was altered`);
  return session;
}

export function insertSession(database: Database, session: Session): void {
  database.insert(sessionTable).values(toRow(session)).run();
  insertPeople(database, session);
  writeResult(database, session);
}

/** Rewrites who is in it only when that changed: a tick on the roll changes one row, not hundreds. */
export function updateSession(database: Database, before: Session, after: Session): void {
  if (after === before) return;
  database.update(sessionTable).set(toRow(after)).where(eq(sessionTable.id, after.id)).run();
  writeResult(database, after);
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

function writeResult(database: Database, session: Session): void {
  const found = publishedResult(session);
  if (found === undefined) return;
  const result = JSON.stringify(found);
  const { sessionId } = publishedResultTable;
  const row = { sessionId: session.id, result };
  database.insert(publishedResultTable).values(row).onConflictDoUpdate({ target: sessionId, set: { result } }).run();
}

/** Sessions published by an earlier version have no row yet. */
export function addMissingResults(database: Database): void {
  const { sessionId } = publishedResultTable;
  const missing = database
    .select({ row: sessionTable })
    .from(sessionTable)
    .leftJoin(publishedResultTable, eq(sessionId, sessionTable.id))
    .where(and(eq(sessionTable.state, 'published'), isNull(sessionId)))
    .all();
  for (const { row } of missing) writeResult(database, toSession(row));
}

/** Undefined when nothing can fit. */
export function fitting(database: Database, { committeeIds, superiorIds, personId }: SessionFilter): SQL | undefined {
  const ofPerson = (id: string) =>
    database
      .select({ id: sessionPersonTable.sessionId })
      .from(sessionPersonTable)
      .where(eq(sessionPersonTable.personId, id));
  return or(
    committeeIds?.length ? inArray(sessionTable.committeeId, [...committeeIds]) : undefined,
    superiorIds?.length ? inArray(sessionTable.superiorId, [...superiorIds]) : undefined,
    personId === undefined ? undefined : inArray(sessionTable.id, ofPerson(personId)),
  );
}
