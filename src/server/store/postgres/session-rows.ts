import { eq, or, type SQL, sql } from 'drizzle-orm';
import { publishedResult } from '../../../domain/session/published-result.ts';
import type { Session, SessionId } from '../../../domain/session/session.ts';
import { AlteredSession } from '../session-locks.ts';
import { sessionPeople } from '../session-people.ts';
import { columnsOfRow, rowOfSession } from '../session-rows.ts';
import { bodyDigest, resultDigest } from '../session-seal.ts';
import type { SessionFilter } from '../session-store.ts';
import { anyOf } from './any-of.ts';
import { CameBetween } from './came-between.ts';
import type { Database } from './connection.ts';
import { refuseGone } from './gone.ts';
import { changeSeal, sealNew } from './seal-rows.ts';
import { publishedResultTable, sessionPersonTable, sessionTable } from './sessions-schema.ts';

/**
 * What a node remembers of a session hangs on it: its revision, and which transaction wrote its row, so that a row that
 * was altered beside the service is noticed too.
 */
export const versionOfRow = sql<string>`${sessionTable.revision} || ' ' || ${sessionTable}.xmin`;

export async function insertSession(transaction: Database, session: Session): Promise<void> {
  const row = rowOfSession(session);
  await refuseGone(transaction, [row.committeeId, row.superiorId, ...idsOfPeople(session)]);
  const { rowCount } = await transaction.insert(sessionTable).values(row).onConflictDoNothing();
  // Drawn up on two nodes at once.
  if (rowCount !== 1) throw new CameBetween();
  await insertPeople(transaction, session);
  await sealNew(transaction, row, (await writeResult(transaction, session)) ?? null);
}

/** What a row lies by is never set, not even to what it is: a distributed database refuses it. */
function withoutId<Row extends { readonly id: string }>(row: Row | undefined): Omit<Row, 'id'> | undefined {
  if (row === undefined) return undefined;
  const { id: _, ...rest } = row;
  return rest;
}

/**
 * Counts a change of what is kept of a session but for what casting changes; writes its row where it is another object.
 * Rewrites who is in it only when that changed: a tick on the roll changes one row, not hundreds. Throws `AlteredSession`
 * where its row is gone.
 * @returns the version of the row
 */
export async function updateSession(transaction: Database, before: Session, after: Session): Promise<string> {
  const row = after === before ? undefined : rowOfSession(after);
  if (after.superiorId !== before.superiorId) await refuseGone(transaction, [after.superiorId]);
  const [changed] = await transaction
    .update(sessionTable)
    .set({ ...withoutId(row), revision: sql`${sessionTable.revision} + 1` })
    .where(eq(sessionTable.id, after.id))
    .returning({ version: versionOfRow });
  if (changed === undefined) throw new AlteredSession(after.id, 'its row is missing');
  if (row === undefined) return changed.version;
  const result = await writeResult(transaction, after);
  const columns = columnsOfRow(row);
  await changeSeal(transaction, after.id, { columns, body: bodyDigest(row.body), ...(result && { result }) });
  if (JSON.stringify(sessionPeople(before)) !== JSON.stringify(sessionPeople(after))) {
    // As another store refuses whoever is written, so everybody who is in it.
    await refuseGone(transaction, idsOfPeople(after));
    await transaction.delete(sessionPersonTable).where(eq(sessionPersonTable.sessionId, after.id));
    await insertPeople(transaction, after);
  }
  return changed.version;
}

function idsOfPeople(session: Session): string[] {
  return sessionPeople(session).map(({ personId }) => personId);
}

async function insertPeople(transaction: Database, session: Session): Promise<void> {
  const people = sessionPeople(session);
  if (people.length === 0) return;
  const [ids, roles] = [people.map(({ personId }) => personId), people.map(({ role }) => role)];
  await transaction.execute(sql`
    INSERT INTO session_person (session_id, person_id, role)
    SELECT ${session.id}, * FROM unnest(${sql.param(ids)}::text[], ${sql.param(roles)}::text[])`);
}

/** Its digest; undefined for a session that is not published. */
async function writeResult(transaction: Database, session: Session): Promise<string | undefined> {
  const found = publishedResult(session);
  if (found === undefined) return undefined;
  const result = JSON.stringify(found);
  const target = publishedResultTable.sessionId;
  const row = { sessionId: session.id, result };
  await transaction.insert(publishedResultTable).values(row).onConflictDoUpdate({ target, set: { result } });
  return resultDigest(result);
}

/** Undefined when nothing can fit. */
export function fitting({ committeeIds, superiorIds, personIds }: SessionFilter): SQL | undefined {
  const { personId } = sessionPersonTable;
  return or(
    committeeIds?.length ? anyOf(sessionTable.committeeId, committeeIds) : undefined,
    superiorIds?.length ? anyOf(sessionTable.superiorId, superiorIds) : undefined,
    personIds?.length
      ? sql`${sessionTable.id} IN (SELECT session_id FROM session_person WHERE ${anyOf(personId, personIds)})`
      : undefined,
  );
}

/** Waits until nobody else changes the session, and keeps it so until the transaction ends; false where there is none. */
export async function lockSession(transaction: Database, id: SessionId, how: 'no key update' | 'share') {
  const which = eq(sessionTable.id, id);
  const rows = await transaction.select({ id: sessionTable.id }).from(sessionTable).where(which).for(how);
  return rows.length > 0;
}
