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

/** After how many migrations everything was sealed, in one row: a process may be killed between both. */
export const sealingTable = sqliteTable('sealing', {
  id: integer().primaryKey(),
  migrations: integer().notNull(),
});
