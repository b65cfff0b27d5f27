import { eq, inArray, sql } from 'drizzle-orm';
import type { Committee, CommitteeId } from '../../../domain/committee/committee.ts';
import { keyOfCommittee } from '../../../domain/committee/committee-key.ts';
import type { Term } from '../../../domain/committee/term.ts';
import type { HeldSeat } from '../../../domain/roster/held-seat.ts';
import { nameOrderKey } from '../../../domain/roster/name-order-key.ts';
import { inPrecedence } from '../../../domain/roster/people-order.ts';
import type { Person } from '../../../domain/roster/person.ts';
import { currentSeats, type Seat } from '../../../domain/roster/seat.ts';
import { codeKey } from '../../../domain/text/code-key.ts';
import { searchKey } from '../../../domain/text/search-key.ts';
import { toCommittee, toPerson, toSeat, toTerm } from '../roster-rows.ts';
import type { CommitteePlace } from '../session-store.ts';
import { committeeTable, personTable, seatTable, termTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { inChunks } from './in-chunks.ts';

export function allCommittees(database: Database): Committee[] {
  return database.select().from(committeeTable).all().map(toCommittee);
}

export function findCommittee(database: Database, id: string): Committee | undefined {
  const [row] = database.select().from(committeeTable).where(eq(committeeTable.id, id)).all();
  return row && toCommittee(row);
}

export function committeePlace(database: Database, id: CommitteeId): CommitteePlace {
  const committee = findCommittee(database, id);
  const superiorId = committee?.superiorId ?? null;
  return { committee, superior: superiorId === null ? null : (findCommittee(database, superiorId) ?? null) };
}

export function peopleOf(database: Database, ids: readonly string[]): Person[] {
  return inChunks([...new Set(ids)], (some) =>
    database
      .select()
      .from(personTable)
      .where(inArray(personTable.id, [...some]))
      .all(),
  ).map(toPerson);
}

export function seatsOfPeople(database: Database, ids: readonly string[]): Seat[] {
  return inChunks(ids, (some) =>
    database
      .select()
      .from(seatTable)
      .where(inArray(seatTable.personId, [...some]))
      .all(),
  ).map(toSeat);
}

export function peopleOfCode(database: Database, code: string): Person[] {
  return database
    .select()
    .from(personTable)
    .where(eq(personTable.codeKey, codeKey(code)))
    .all()
    .map(toPerson);
}

export function seatsIn(database: Database, ids: readonly string[]): Seat[] {
  return database
    .select()
    .from(seatTable)
    .where(inArray(seatTable.committeeId, [...ids]))
    .all()
    .map(toSeat);
}

/** With their holders, in order of precedence. */
export function heldSeats(database: Database, id: CommitteeId, on: string): readonly HeldSeat[] {
  const held = currentSeats(seatsIn(database, [id]), id, on);
  const holders = peopleOf(
    database,
    held.map((seat) => seat.personId),
  );
  const people = new Map(holders.map((person) => [person.id, person]));
  const seated = held.flatMap((seat) => {
    const person = people.get(seat.personId);
    return person === undefined ? [] : [{ seat, person }];
  });
  return inPrecedence(seated);
}

export function termsOf(database: Database, id: string): Term[] {
  return database.select().from(termTable).where(eq(termTable.committeeId, id)).all().map(toTerm);
}

export function findTerm(database: Database, id: string): Term | undefined {
  return database.select().from(termTable).where(eq(termTable.id, id)).all().map(toTerm)[0];
}

export function keepCommittees(database: Database, committees: readonly Committee[]): void {
  const set = {
    name: sql`excluded.name`,
    rank: sql`excluded.rank`,
    sector: sql`excluded.sector`,
    superiorId: sql`excluded.superior_id`,
    superiorSince: sql`excluded.superior_since`,
    directedById: sql`excluded.directed_by_id`,
    code: sql`excluded.code`,
    from: sql`excluded.from_day`,
    to: sql`excluded.to_day`,
    successorId: sql`excluded.successor_id`,
    searchKey: sql`excluded.search_key`,
  };
  inChunks(committees, (some) => {
    const rows = some.map((one) => ({ ...one, searchKey: keyOfCommittee(one) }));
    database.insert(committeeTable).values(rows).onConflictDoUpdate({ target: committeeTable.id, set }).run();
    return [];
  });
}

export function keepTerms(database: Database, terms: readonly Term[]): void {
  for (const one of terms)
    database.insert(termTable).values(one).onConflictDoUpdate({ target: termTable.id, set: one }).run();
}

export function keepPeople(database: Database, people: readonly Person[]): void {
  const rows = people.map(({ id, name, code, birthYear }) => [
    ...[id, name, code, code === null ? null : codeKey(code), birthYear, searchKey(name)],
    nameOrderKey(name),
  ]);
  inJson(rows, (json) => {
    database.run(sql`INSERT INTO person (id, name, code, code_key, birth_year, search_key, order_key)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
      FROM json_each(${json}) WHERE true
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, code = excluded.code,
        code_key = excluded.code_key, birth_year = excluded.birth_year, search_key = excluded.search_key,
        order_key = excluded.order_key`);
  });
}

/** Throws, and keeps nobody, when one of them is there already: a step that adds people changes none. */
export function addPeople(database: Database, people: readonly Person[]): void {
  const [there] = peopleOf(
    database,
    people.map(({ id }) => id),
  );
  if (there !== undefined) throw new Error(`person ${there.id} was about to be added once more`);
  countRosterChange(database);
  keepPeople(database, people);
}

export function keepSeats(database: Database, seats: readonly Seat[]): void {
  const rows = seats.map((one) => [
    ...[one.id, one.committeeId, one.personId, one.position, one.order, one.from, one.to],
  ]);
  inJson(rows, (json) => {
    database.run(sql`INSERT INTO seat (id, committee_id, person_id, position, precedence, from_day, to_day)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
      FROM json_each(${json}) WHERE true
      ON CONFLICT (id) DO UPDATE SET committee_id = excluded.committee_id, person_id = excluded.person_id,
        position = excluded.position, precedence = excluded.precedence, from_day = excluded.from_day,
        to_day = excluded.to_day`);
  });
}

const rowsInJson = 5000;

/** Hands rows over as JSON: a province has tens of thousands, and a statement with a value for each is slow to build. */
function inJson(rows: readonly (readonly (string | number | null)[])[], run: (json: string) => void): void {
  for (let from = 0; from < rows.length; from += rowsInJson) run(JSON.stringify(rows.slice(from, from + rowsInJson)));
}

export function allPeople(database: Database): Person[] {
  return database.select().from(personTable).all().map(toPerson);
}

/** Counts a change of the roster; to be called in every step that keeps one. */
export function countRosterChange(database: Database): void {
  database.run(sql`INSERT INTO roster_revision (id, number) VALUES (1, 1)
    ON CONFLICT (id) DO UPDATE SET number = number + 1`);
}
