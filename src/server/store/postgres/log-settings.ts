import { sql } from 'drizzle-orm';
import type { StoreWarning } from '../store.ts';
import type { Database } from './connection.ts';

/**
 * How long the parameters of a statement may be that the server writes into its log, in bytes; -1 for all of it. With a
 * slow statement, or one that fails, they would stand there beside the time: credentials, sealed links, whole sessions.
 */
const ofParameters = ['log_parameter_max_length', 'log_parameter_max_length_on_error'];

/** What the server would keep that nobody must read. What it logs at all may be changed at any time, so only 0 is well. */
export async function warningsOf(database: Database): Promise<readonly StoreWarning[]> {
  const { rows } = await database.execute<{ name: string }>(
    sql`SELECT name FROM pg_settings WHERE name = ANY(${sql.param(ofParameters)}) AND setting <> '0'`,
  );
  return rows.length === 0 ? [] : ['database-logs-parameters'];
}
