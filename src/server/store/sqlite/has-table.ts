import { sql } from 'drizzle-orm';
import type { Database } from './connection.ts';

/** Whether a database, of this release or of one before, has the table. */
export function hasTable(database: Database, name: string): boolean {
  return database.all(sql`select name from sqlite_master where type = 'table' and name = ${name}`).length > 0;
}
