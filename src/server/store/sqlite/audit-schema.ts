import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { auditRoles } from '../../../domain/audit.ts';

/** Where the log ends, in one row: rows cut off at its end show. The migration adds triggers that let it only grow. */
export const auditHeadTable = sqliteTable('audit_head', {
  id: integer().primaryKey(),
  number: integer().notNull(),
  hash: text().notNull(),
});

/** The migration adds triggers that refuse every change of a row that is there. */
export const auditTable = sqliteTable(
  'audit_entry',
  {
    number: integer().primaryKey(),
    at: text().notNull(),
    event: text().notNull(),
    accountId: text('account_id'),
    committeeId: text('committee_id'),
    sessionId: text('session_id'),
    aboutAccountId: text('about_account_id'),
    planId: text('plan_id'),
    personId: text('person_id'),
    role: text({ enum: auditRoles }),
    seal: text(),
    hash: text().notNull(),
  },
  (table) => [
    index('audit_entry_committee').on(table.committeeId, table.number),
    index('audit_entry_about').on(table.aboutAccountId, table.number),
    index('audit_entry_session').on(table.sessionId, table.number),
  ],
);
