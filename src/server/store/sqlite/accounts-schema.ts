import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { roles } from '../../../domain/account.ts';

export const accountTable = sqliteTable(
  'account',
  {
    id: text().primaryKey(),
    username: text().notNull(),
    usernameKey: text('username_key').notNull().unique(),
    passwordHash: text('password_hash').notNull(),
    personId: text('person_id'),
    administrator: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [index('account_person').on(table.personId)],
);

export const grantTable = sqliteTable(
  'account_grant',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accountTable.id, { onDelete: 'cascade' }),
    role: text({ enum: roles }).notNull(),
    committeeId: text('committee_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.role, table.committeeId] }),
    index('account_grant_committee').on(table.committeeId),
  ],
);

export const signInTable = sqliteTable(
  'sign_in',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accountTable.id, { onDelete: 'cascade' }),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('sign_in_account').on(table.accountId)],
);

export const signInFailureTable = sqliteTable('sign_in_failure', {
  usernameKey: text('username_key').primaryKey(),
  count: integer().notNull(),
  lastAt: text('last_at').notNull(),
  lockedUntil: text('locked_until'),
});
