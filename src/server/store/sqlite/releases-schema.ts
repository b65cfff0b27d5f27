import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The oldest release that may use this database, in one row: the one that knows this migration. */
export const oldestReleaseTable = sqliteTable('oldest_release', {
  id: integer().primaryKey(),
  migration: text().notNull(),
  /** When that migration was written, as `__drizzle_migrations` says it: releases are compared by it. */
  writtenAt: integer('written_at').notNull(),
});
