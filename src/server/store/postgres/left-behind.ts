import { sql } from 'drizzle-orm';
import type { SessionId } from '../../../domain/session/session.ts';
import { AlteredSession } from '../session-locks.ts';
import type { Database } from './connection.ts';

/**
 * To be asked where a session has no row: throws `AlteredSession` where something else is there of it, since nothing that
 * a session has ever goes without all of it, and the service takes no session away.
 */
export async function refuseLeftBehind(database: Database, id: SessionId): Promise<void> {
  // In one statement: a session that is drawn up at this moment comes with all of it.
  const { rows } = await database.execute(sql`
    SELECT 1 WHERE NOT EXISTS (SELECT FROM session WHERE id = ${id}) AND (
      EXISTS (SELECT FROM session_seal WHERE session_id = ${id})
      OR EXISTS (SELECT FROM session_person WHERE session_id = ${id})
      OR EXISTS (SELECT FROM paper WHERE session_id = ${id})
      OR EXISTS (SELECT FROM record WHERE session_id = ${id}))`);
  if (rows.length > 0) throw new AlteredSession(id, 'its row is missing');
}

/** The sessions of which a record is there, and no row: a scan of all records, for the check of everything. */
export async function recordsLeftBehind(database: Database): Promise<readonly SessionId[]> {
  const { rows } = await database.execute<{ id: SessionId }>(sql`
    SELECT DISTINCT session_id AS id FROM record
    WHERE NOT EXISTS (SELECT FROM session WHERE session.id = record.session_id)`);
  return rows.map(({ id }) => id);
}
