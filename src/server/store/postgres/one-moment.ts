import type { Database } from './connection.ts';
import { inTransaction } from './transaction.ts';

const moments = new WeakSet<Database>();

/** Reads many things as they are at one moment, whatever is written meanwhile; within a moment, of that one. */
export async function inOneMoment<Value>(
  database: Database,
  read: (moment: Database) => Promise<Value>,
): Promise<Value> {
  if (moments.has(database)) return await read(database);
  const reading = (moment: Database) => {
    moments.add(moment);
    return read(moment);
  };
  return await inTransaction(database, reading, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
}
