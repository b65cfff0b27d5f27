import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { EventType } from '../../../protocol/record/record-event.ts';
import { sessionTable } from './sessions-schema.ts';

/** The records of a session: the vote's own and its rehearsals'. */
export const recordTable = sqliteTable('record', {
  electionId: text('election_id').primaryKey(),
  sessionId: text('session_id')
    .notNull()
    .references(() => sessionTable.id),
  /** Seconds since 1970, fixed when the record began. */
  timestamp: integer().notNull(),
});

/** One event each, in the bytes that stand in the `.bel` file; nothing is ever changed or taken away. */
export const recordEventTable = sqliteTable(
  'record_event',
  {
    electionId: text('election_id')
      .notNull()
      .references(() => recordTable.electionId),
    height: integer().notNull(),
    type: text().$type<EventType>().notNull(),
    hash: text().notNull(),
    payload: text(),
    // Last, so that reading the rest does not read through it.
    bytes: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.electionId, table.height] }),
    index('record_event_payload').on(table.electionId, table.payload),
  ],
);

/**
 * What makes a ballot of a record cheap to check again (docs/protocol.md §16), as its sender sent it or the check made it:
 * advice, which nothing is compared with. WITHOUT ROWID (see its migration), so that it has no order but its ballot's hash.
 */
export const ballotHintTable = sqliteTable(
  'ballot_hint',
  {
    electionId: text('election_id')
      .notNull()
      .references(() => recordTable.electionId),
    /** HEX of the ballot: the payload of its event. */
    ballot: text().notNull(),
    hint: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.electionId, table.ballot] })],
);
