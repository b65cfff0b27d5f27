import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sessionTable } from './sessions-schema.ts';

/** Who does a piece of work that goes by time, and until when. */
export const leaseTable = sqliteTable('lease', {
  name: text().primaryKey(),
  owner: text().notNull(),
  until: text().notNull(),
});

/** In one row. */
export const setupLinkTable = sqliteTable('setup_link', {
  id: integer().primaryKey(),
  hash: text().notNull(),
});

/** How a session's box is shown, overwritten by each renewal; none of a session that is closed. */
export const boxRenewalTable = sqliteTable('box_renewal', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessionTable.id),
  id: text().notNull(),
  at: text().notNull(),
  isTaking: integer('is_taking', { mode: 'boolean' }).notNull(),
  height: integer(),
  summoned: integer().notNull(),
  present: integer().notNull(),
  issued: integer().notNull(),
  collected: integer().notNull(),
  /** Both null where they are not shown. */
  phone: integer(),
  sheet: integer(),
});

/** Of which sessions phone voting is counting down: follows from their bodies. */
export const runningCountdownTable = sqliteTable('running_countdown', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessionTable.id),
});
