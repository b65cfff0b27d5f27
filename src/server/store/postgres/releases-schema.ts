import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';

/** The oldest release that may use this database, in one row. */
export const oldestReleaseTable = pgTable('oldest_release', {
  id: integer().primaryKey(),
  migration: text().notNull(),
  /** When that migration was written, milliseconds since 1970: releases are compared by it. */
  writtenAt: bigint('written_at', { mode: 'number' }).notNull(),
});

/** The migrations that have run, as this release's files name them. */
export const migrationTable = pgTable('migration', {
  /** When it was written, milliseconds since 1970. */
  writtenAt: bigint('written_at', { mode: 'number' }).primaryKey(),
  /** SHA-256 of the file. */
  hash: text().notNull(),
});
