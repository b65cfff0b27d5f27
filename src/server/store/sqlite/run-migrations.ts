import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database } from './connection.ts';
import { migrationsFolder } from './files.ts';
import { newestKnownMigration } from './oldest-release.ts';

/**
 * Runs the migrations that are newer than the newest one of the database, as drizzle's own migrator does and notes it,
 * but inside a transaction that does more: that one begins its own.
 */
export function runMigrations(transaction: Database): void {
  transaction.run(
    sql`CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
  );
  const newest = newestRun(transaction);
  for (const { folderMillis, hash, sql: statements } of readMigrationFiles({ migrationsFolder })) {
    if (newest >= folderMillis) continue;
    for (const statement of statements) transaction.run(sql.raw(statement));
    transaction.run(sql`INSERT INTO __drizzle_migrations (hash, created_at) VALUES (${hash}, ${folderMillis})`);
  }
}

/** Whether none is left to run. */
export function isMigrated(database: Database): boolean {
  const listed = database.all(sql`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'`);
  return listed.length > 0 && newestRun(database) >= newestKnownMigration().when;
}

/** When the newest that has run was written; 0 where none has. */
function newestRun(database: Database): number {
  const { at } = database.get<{ at: number | null }>(sql`SELECT max(created_at) AS at FROM __drizzle_migrations`);
  return Number(at ?? 0);
}
