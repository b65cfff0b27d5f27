import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { sessionStates } from '../../../domain/session/session.ts';
import { sessionRoles } from '../session-people.ts';

/** One session is one document (docs/decisions/a-session-is-one-document.md); the columns are what it is found by. */
export const sessionTable = pgTable(
  'session',
  {
    id: text().primaryKey(),
    committeeId: text('committee_id').notNull(),
    superiorId: text('superior_id'),
    planId: text('plan_id'),
    state: text({ enum: sessionStates }).notNull(),
    /** Day of the conference, ISO. */
    heldOn: text('held_on').notNull(),
    /** Whether the superior is fixed. */
    opened: boolean().notNull(),
    readKey: text('read_key').notNull(),
    /** Which shape the body has. */
    format: integer().notNull(),
    body: text().notNull(),
    /**
     * Grows with every step that changes anything of it but what casting does: its papers' votes, its record, which grow
     * the height of the record instead.
     */
    revision: integer().notNull().default(0),
  },
  (table) => [
    index('session_committee').on(table.committeeId),
    index('session_superior').on(table.superiorId),
    index('session_plan').on(table.planId),
  ],
);

/** Follows from the body; by this sessions of a person are found. */
export const sessionPersonTable = pgTable(
  'session_person',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => sessionTable.id),
    personId: text('person_id').notNull(),
    role: text({ enum: sessionRoles }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.personId, table.role] }),
    index('session_person_person').on(table.personId),
  ],
);

/** Follows from the body of a published session, so that those of a whole province can be read together. */
export const publishedResultTable = pgTable('published_result', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessionTable.id),
  result: text().notNull(),
});

/** Papers by their credentials. */
export const paperTable = pgTable(
  'paper',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => sessionTable.id),
    credential: text().notNull(),
    channel: text({ enum: ['sheet', 'phone', 'forgotten'] }).notNull(),
    printRunId: text('print_run_id'),
    fate: text({ enum: ['live', 'void', 'unused'] }).notNull(),
    votedBy: text('voted_by', { enum: ['phone', 'sheet', 'forgotten'] }),
    recastKeyHash: text('recast_key_hash'),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.credential] })],
);

/** Whose phone paper is which, until the session is closed, under a key that is not here (docs/decisions/sealed-links.md). */
export const sealedPhoneLinkTable = pgTable(
  'sealed_phone_link',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => sessionTable.id),
    voterHash: text('voter_hash').notNull(),
    credentialHash: text('credential_hash').notNull(),
    sealed: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.voterHash] }),
    uniqueIndex('sealed_phone_link_credential').on(table.sessionId, table.credentialHash),
  ],
);
