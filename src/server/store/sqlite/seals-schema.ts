import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sessionTable } from './sessions-schema.ts';

/** What each session was when the service last wrote it (`store/session-seal.ts`). */
export const sessionSealTable = sqliteTable('session_seal', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessionTable.id),
  columns: text().notNull(),
  body: text().notNull(),
  papers: text().notNull(),
  documents: text().notNull(),
  result: text(),
});

/**
 * Grows with every change of what is kept of a session, whoever makes it: triggers count (see the migration). A table of
 * its own, WITHOUT ROWID, because the session's row holds its whole document and would be written anew for each ballot.
 */
export const sessionRevisionTable = sqliteTable('session_revision', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessionTable.id),
  number: integer().notNull(),
});

/** After how many migrations everything was sealed, in one row, for releases that migrated and sealed in two steps. */
export const sealingTable = sqliteTable('sealing', {
  id: integer().primaryKey(),
  migrations: integer().notNull(),
});
