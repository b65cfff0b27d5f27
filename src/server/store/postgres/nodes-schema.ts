import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { sessionTable } from './sessions-schema.ts';

/** Who does a piece of work that goes by time, and until when. */
export const leaseTable = pgTable('lease', {
  name: text().primaryKey(),
  owner: text().notNull(),
  until: text().notNull(),
});

/** In one row. */
export const setupLinkTable = pgTable('setup_link', {
  id: integer().primaryKey(),
  hash: text().notNull(),
});

/** How a session's box is shown, overwritten by each renewal; none of a session that is closed. */
export const boxRenewalTable = pgTable('box_renewal', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessionTable.id),
  id: text().notNull(),
  at: text().notNull(),
  isTaking: boolean('is_taking').notNull(),
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
export const runningCountdownTable = pgTable('running_countdown', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessionTable.id),
});
