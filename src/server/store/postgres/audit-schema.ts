import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { auditRoles } from '../../../domain/audit.ts';

/** What every entry holds, in whichever chain. */
const entryColumns = () => ({
  at: text().notNull(),
  event: text().notNull(),
  accountId: text('account_id'),
  sessionId: text('session_id'),
  aboutAccountId: text('about_account_id'),
  planId: text('plan_id'),
  personId: text('person_id'),
  role: text({ enum: auditRoles }),
  seal: text(),
  hash: text().notNull(),
});

/** Where the service's chain ends, in one row: rows cut off at its end show. */
export const auditHeadTable = pgTable('audit_head', {
  id: integer().primaryKey(),
  number: integer().notNull(),
  hash: text().notNull(),
});

/** The service's chain. */
export const auditTable = pgTable(
  'audit_entry',
  { number: integer().primaryKey(), ...entryColumns(), committeeId: text('committee_id') },
  (table) => [
    index('audit_entry_committee').on(table.committeeId, table.number),
    index('audit_entry_about').on(table.aboutAccountId, table.number),
    index('audit_entry_session').on(table.sessionId, table.number),
    index('audit_entry_at').on(table.at),
    index('audit_entry_event').on(table.event, table.number),
  ],
);

/** What is done in a committee, a chain for each. */
export const committeeAuditTable = pgTable(
  'committee_audit_entry',
  { committeeId: text('committee_id').notNull(), number: integer().notNull(), ...entryColumns() },
  (table) => [
    primaryKey({ columns: [table.committeeId, table.number] }),
    index('committee_audit_entry_session').on(table.sessionId, table.number),
    index('committee_audit_entry_at').on(table.at),
  ],
);

/** Where each committee's chain ends. */
export const committeeAuditHeadTable = pgTable('committee_audit_head', {
  committeeId: text('committee_id').primaryKey(),
  number: integer().notNull(),
  hash: text().notNull(),
});

/** Which ends of committees' chains an entry `logDigest` of the service's chain stands for. */
export const auditDigestTable = pgTable(
  'audit_digest_head',
  {
    committeeId: text('committee_id').notNull(),
    number: integer().notNull(),
    hash: text().notNull(),
    /** Number of that entry. */
    digest: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.committeeId, table.number] }),
    index('audit_digest_head_digest').on(table.digest),
  ],
);
