import { boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { committeeTable } from './committees-schema.ts';

/** One plan is one document, like a session; the columns are what it is found by. */
export const planTable = pgTable(
  'plan',
  {
    id: text().primaryKey(),
    issuerId: text('issuer_id')
      .notNull()
      .references(() => committeeTable.id),
    /** Of the paper, ISO day. */
    date: text().notNull(),
    issued: boolean().notNull(),
    /** Which shape the body has. */
    format: integer().notNull(),
    body: text().notNull(),
  },
  (table) => [index('plan_issuer').on(table.issuerId)],
);
