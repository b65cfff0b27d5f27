import type { Database } from './connection.ts';

/** Reads many things as they are at one moment, whatever is written meanwhile. */
export async function inOneMoment<Value>(
  database: Database,
  read: (moment: Database) => Promise<Value>,
): Promise<Value> {
  return await database.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });
}
