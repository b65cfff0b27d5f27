import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { EventType } from '../../../protocol/record/record-event.ts';
import { bytea } from './columns.ts';
import { sessionTable } from './sessions-schema.ts';

/** The records of a session: the vote's own and its rehearsals'. The session stands first in every key: it says where a row lies. */
export const recordTable = pgTable(
  'record',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => sessionTable.id),
    electionId: text('election_id').notNull(),
    /** Seconds since 1970, fixed when the record began. */
    timestamp: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.electionId] })],
);

/** One event each, in the bytes that stand in the `.bel` file; nothing is ever changed or taken away. */
export const recordEventTable = pgTable(
  'record_event',
  {
    sessionId: text('session_id').notNull(),
    electionId: text('election_id').notNull(),
    height: integer().notNull(),
    type: text().$type<EventType>().notNull(),
    hash: text().notNull(),
    payload: text(),
    bytes: bytea().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.electionId, table.height] }),
    index('record_event_payload').on(table.sessionId, table.electionId, table.payload),
    foreignKey({
      columns: [table.sessionId, table.electionId],
      foreignColumns: [recordTable.sessionId, recordTable.electionId],
    }),
  ],
);

/**
 * What makes a ballot of a record cheap to check again (docs/protocol.md §16), as its sender sent it or the check made it:
 * advice, which nothing is compared with.
 */
export const ballotHintTable = pgTable(
  'ballot_hint',
  {
    sessionId: text('session_id').notNull(),
    electionId: text('election_id').notNull(),
    /** HEX of the ballot: the payload of its event. */
    ballot: text().notNull(),
    hint: bytea().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.electionId, table.ballot] }),
    foreignKey({
      columns: [table.sessionId, table.electionId],
      foreignColumns: [recordTable.sessionId, recordTable.electionId],
    }),
  ],
);
