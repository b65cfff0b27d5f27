import { sql } from 'drizzle-orm';
import { type StorageTrouble, storageTrouble } from '../storage-trouble.ts';
import type { StoreHealth } from '../store.ts';
import type { Database } from './connection.ts';
import { warningsOf } from './log-settings.ts';

const troubles = new WeakMap<Database, StorageTrouble>();

/** Remembers of a change whether it could be stored. */
export async function noteOutcome<Value>(database: Database, change: () => Promise<Value>): Promise<Value> {
  try {
    const value = await change();
    troubles.delete(database);
    return value;
  } catch (error) {
    const trouble = storageTrouble(error);
    if (trouble !== undefined) troubles.set(database, trouble);
    throw error;
  }
}

/**
 * A server that is away, or that takes no changes because it follows another one, is fit again as soon as it says so:
 * nobody sends changes to a node that says of itself that it is not ready. Whether there is room again only a change tells.
 */
export function postgresHealth(database: Database): StoreHealth {
  return {
    trouble: () => troubles.get(database) ?? null,
    answer: async () => {
      const { rows } = await database.execute<{ read_only: string }>(
        sql`SELECT current_setting('transaction_read_only') AS read_only`,
      );
      if (rows[0]?.read_only === 'on') troubles.set(database, 'storage-not-writable');
      else if (['database-away', 'storage-not-writable'].includes(troubles.get(database) ?? '')) {
        troubles.delete(database);
      }
    },
    warnings: () => warningsOf(database),
  };
}
