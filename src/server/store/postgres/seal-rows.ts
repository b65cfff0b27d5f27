import type { SessionId } from '../../../domain/session/session.ts';
import type { Database } from './connection.ts';

/** What the audit log is to carry of a session at this moment; null while papers still change hands. */
export async function sealToLog(_database: Database, id: SessionId | null): Promise<string | null> {
  if (id === null) return null;
  throw new Error('sessions are not kept in PostgreSQL yet');
}
