import { sql } from 'drizzle-orm';
import { type StorageTrouble, storageTrouble } from '../storage-trouble.ts';
import type { StoreHealth } from '../store.ts';
import type { Database } from './connection.ts';

const troubles = new WeakMap<Database, StorageTrouble>();

/** Remembers of a change whether it could be stored. */
export function noteOutcome<Value>(database: Database, change: () => Value): Value {
  try {
    const value = change();
    troubles.delete(database);
    return value;
  } catch (error) {
    const trouble = storageTrouble(error);
    if (trouble !== undefined) troubles.set(database, trouble);
    throw error;
  }
}

export function sqliteHealth(database: Database): StoreHealth {
  return {
    trouble: () => troubles.get(database) ?? null,
    answer: async () => {
      database.get(sql`SELECT count(*) FROM sqlite_master`);
    },
    warnings: async () => [],
  };
}
