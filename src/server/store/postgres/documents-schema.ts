import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea } from './columns.ts';
import { sessionTable } from './sessions-schema.ts';

export const documentTable = pgTable(
  'document',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => sessionTable.id),
    id: text().notNull(),
    kind: text({ enum: ['dossier', 'signed-minutes'] }).notNull(),
    subjectId: text('subject_id'),
    title: text().notNull(),
    /** SHA-256, hex. */
    bytesHash: text('bytes_hash').notNull(),
    /** Of everything else and that hash (`store/session-seal.ts`): a list is checked without reading files. */
    seal: text().notNull(),
    /** In the list of its session, in the order in which they came. */
    place: integer().notNull().default(0),
    bytes: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.id] })],
);
