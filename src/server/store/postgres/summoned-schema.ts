import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { committeeTable } from './committees-schema.ts';

/** One list is one document: it is read and decided about as a whole. */
export const summonedTable = pgTable(
  'summoned_list',
  {
    committeeId: text('committee_id')
      .notNull()
      .references(() => committeeTable.id),
    term: text().notNull(),
    /** The people, as JSON. */
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.committeeId, table.term] })],
);
