import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { type Grant, roles, type SecondFactor } from '../../../domain/account/account.ts';
import type { Invitation } from '../../../domain/account/invitation.ts';
import { json } from './columns.ts';

export const accountTable = pgTable(
  'account',
  {
    id: text().primaryKey(),
    username: text().notNull(),
    usernameKey: text('username_key').notNull().unique(),
    passwordHash: text('password_hash').notNull(),
    personId: text('person_id'),
    administrator: boolean().notNull(),
    secondFactor: json('second_factor').$type<SecondFactor>(),
    secondOf: text('second_of'),
  },
  (table) => [uniqueIndex('account_person').on(table.personId)],
);

export const grantTable = pgTable(
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

export const signInTable = pgTable(
  'sign_in',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accountTable.id, { onDelete: 'cascade' }),
    expiresAt: text('expires_at').notNull(),
    device: text(),
    /** ISO days: the time of day would say when somebody came to receive a paper. */
    begunOn: text('begun_on').notNull(),
    lastUsedOn: text('last_used_on').notNull(),
  },
  (table) => [index('sign_in_account').on(table.accountId)],
);

export const signInFailureTable = pgTable('sign_in_failure', {
  usernameKey: text('username_key').primaryKey(),
  count: integer().notNull(),
  lastAt: text('last_at').notNull(),
  lockedUntil: text('locked_until'),
});

/** One-time links that make or recover an account; only hashes of their tokens. */
export const invitationTable = pgTable(
  'invitation',
  {
    id: text().primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    name: text().notNull(),
    personId: text('person_id'),
    accountId: text('account_id').references(() => accountTable.id, { onDelete: 'cascade' }),
    committeeId: text('committee_id'),
    grants: json().$type<Grant[]>().notNull(),
    byAdministrator: boolean('by_administrator').notNull().default(false),
    drawnBy: text('drawn_by'),
    expiresAt: text('expires_at').notNull(),
    status: text().$type<Invitation['status']>().notNull(),
  },
  (table) => [
    index('invitation_person').on(table.personId),
    index('invitation_account').on(table.accountId),
    index('invitation_committee').on(table.committeeId),
  ],
);
