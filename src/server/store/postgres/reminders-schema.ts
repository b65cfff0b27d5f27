import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { accountTable } from './accounts-schema.ts';
import { planTable } from './plans-schema.ts';

export const planReminderTable = pgTable(
  'plan_reminder',
  {
    planId: text('plan_id')
      .notNull()
      .references(() => planTable.id),
    committeeId: text('committee_id').notNull(),
    accountId: text('account_id').notNull(),
    dueOn: text('due_on').notNull(),
    kind: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.committeeId, table.accountId, table.dueOn, table.kind] })],
);

/** Where an account wants to be reminded; nothing else is sent there. */
export const mailAddressTable = pgTable('mail_address', {
  accountId: text('account_id')
    .primaryKey()
    .references(() => accountTable.id, { onDelete: 'cascade' }),
  address: text().notNull(),
});
