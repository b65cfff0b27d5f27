import type { Database } from './connection.ts';
import { inTransaction } from './transaction.ts';

/** Reads many things as they are at one moment, whatever is written meanwhile. */
export async function inOneMoment<Value>(
  database: Database,
  read: (moment: Database) => Promise<Value>,
): Promise<Value> {
  return await inTransaction(database, read, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
}
