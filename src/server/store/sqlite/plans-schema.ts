import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { committeeTable } from './committees-schema.ts';

/** One plan is one document, like a session; the columns are what it is found by. */
export const planTable = sqliteTable(
  'plan',
  {
    id: text().primaryKey(),
    issuerId: text('issuer_id')
      .notNull()
      .references(() => committeeTable.id),
    /** Of the paper, ISO day. */
    date: text().notNull(),
    issued: integer({ mode: 'boolean' }).notNull(),
    /** Which shape the body has. */
    format: integer().notNull(),
    body: text().notNull(),
  },
  (table) => [index('plan_issuer').on(table.issuerId)],
);
