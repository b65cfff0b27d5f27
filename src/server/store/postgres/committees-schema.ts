import { type AnyPgColumn, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

export const rankTable = pgTable('committee_rank', {
  id: text().primaryKey(),
  /** From the bottom to the top. */
  place: integer().notNull(),
  labelVi: text('label_vi').notNull(),
  labelEn: text('label_en').notNull(),
  to: text('to_day'),
});

/**
 * `search_key` follows from name and code: what the tree is searched and put in order by (domain/text/search-key.ts);
 * `name_key` from the name alone, `code_key` from the code: by it a code is found however it is typed.
 */
export const committeeTable = pgTable(
  'committee',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    rank: text().notNull(),
    sector: text().notNull(),
    superiorId: text('superior_id').references((): AnyPgColumn => committeeTable.id),
    superiorSince: text('superior_since'),
    directedById: text('directed_by_id').references((): AnyPgColumn => committeeTable.id),
    code: text(),
    /** First and last day, ISO. */
    from: text('from_day'),
    to: text('to_day'),
    successorId: text('successor_id').references((): AnyPgColumn => committeeTable.id),
    searchKey: text('search_key').notNull().default(''),
    nameKey: text('name_key').notNull().default(''),
    codeKey: text('code_key'),
  },
  (table) => [
    index('committee_superior').on(table.superiorId, table.searchKey, table.id),
    index('committee_director').on(table.directedById),
    index('committee_successor').on(table.successorId),
    index('committee_search').on(table.searchKey, table.id),
    index('committee_code').on(table.codeKey),
  ],
);

export const pastSuperiorTable = pgTable(
  'past_superior',
  {
    committeeId: text('committee_id')
      .notNull()
      .references(() => committeeTable.id),
    superiorId: text('superior_id').references(() => committeeTable.id),
    from: text('from_day'),
    to: text('to_day').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.committeeId, table.to] }),
    index('past_superior_superior').on(table.superiorId),
  ],
);

export const termTable = pgTable(
  'term',
  {
    id: text().primaryKey(),
    committeeId: text('committee_id')
      .notNull()
      .references(() => committeeTable.id),
    name: text().notNull(),
    from: text('from_day').notNull(),
    to: text('to_day').notNull(),
    congressOn: text('congress_on'),
  },
  (table) => [index('term_committee').on(table.committeeId)],
);

/**
 * `search_key` and `order_key` follow from the name: what is searched, and what people are in order by
 * (domain/roster/name-order-key.ts); `code_key` from the code: by it a code is found however it is typed (`textKey`). */
export const personTable = pgTable(
  'person',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    code: text(),
    codeKey: text('code_key'),
    birthYear: integer('birth_year'),
    searchKey: text('search_key').notNull().default(''),
    orderKey: text('order_key').notNull().default(''),
  },
  (table) => [index('person_order').on(table.orderKey, table.id), index('person_code').on(table.codeKey)],
);

/** One row: counts the changes of committees, people and seats, so that a plan made before a step is known to hold in it. */
export const rosterRevisionTable = pgTable('roster_revision', {
  id: integer().primaryKey(),
  number: integer().notNull(),
});

export const seatTable = pgTable(
  'seat',
  {
    id: text().primaryKey(),
    committeeId: text('committee_id')
      .notNull()
      .references(() => committeeTable.id),
    personId: text('person_id')
      .notNull()
      .references(() => personTable.id),
    position: text().notNull(),
    /** Order of precedence. */
    order: integer('precedence').notNull(),
    /** First and last day, ISO. */
    from: text('from_day'),
    to: text('to_day'),
  },
  (table) => [index('seat_committee').on(table.committeeId), index('seat_person').on(table.personId)],
);
