import { foreignKey, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { reportKinds, reportPeriods } from '../../../domain/half-term/report.ts';
import { bytea } from './columns.ts';
import { committeeTable } from './committees-schema.ts';

/** One review is one document: it is read and decided about as a whole. */
export const halfTermTable = pgTable(
  'half_term_review',
  {
    committeeId: text('committee_id')
      .notNull()
      .references(() => committeeTable.id),
    term: text().notNull(),
    /** The review, as JSON. */
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.committeeId, table.term] })],
);

export const halfTermReportTable = pgTable(
  'half_term_report',
  {
    committeeId: text('committee_id').notNull(),
    term: text().notNull(),
    period: text({ enum: reportPeriods }).notNull(),
    kind: text({ enum: reportKinds }).notNull(),
    bytes: bytea().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.committeeId, table.term, table.period, table.kind] }),
    foreignKey({
      columns: [table.committeeId, table.term],
      foreignColumns: [halfTermTable.committeeId, halfTermTable.term],
    }),
  ],
);
