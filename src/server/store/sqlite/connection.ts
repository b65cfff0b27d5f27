import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

/** One connection to the file, or the transaction that is going on upon it. */
export type Database = BetterSQLite3Database;
