import { pgTable, text } from 'drizzle-orm/pg-core';
import { sessionTable } from './sessions-schema.ts';

/** What each session was when the service last wrote it (`store/session-seal.ts`). */
export const sessionSealTable = pgTable('session_seal', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessionTable.id),
  columns: text().notNull(),
  body: text().notNull(),
  papers: text().notNull(),
  documents: text().notNull(),
  result: text(),
});
