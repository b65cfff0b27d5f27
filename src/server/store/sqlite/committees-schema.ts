import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const committeeTable = sqliteTable('committee', {
  id: text().primaryKey(),
  name: text().notNull(),
  level: text().notNull(),
  sector: text().notNull(),
  superiorId: text('superior_id').references((): AnySQLiteColumn => committeeTable.id),
  directedById: text('directed_by_id').references((): AnySQLiteColumn => committeeTable.id),
});

export const personTable = sqliteTable('person', {
  id: text().primaryKey(),
  fullName: text('full_name').notNull(),
  code: text(),
});

export const seatTable = sqliteTable(
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
