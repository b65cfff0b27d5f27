import { asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Committee, CommitteeId, PastSuperior } from '../../../domain/committee/committee.ts';
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
import { anyOf } from './any-of.ts';
import { committeeTable, personTable, rosterRevisionTable, seatTable, termTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { refuseKnownGone } from './gone.ts';
import { lockNamed } from './named-locks.ts';

/** In order of their ids, as all of them are where nothing else is said: two nodes answer alike. */
export async function committeesWhere(database: Database, condition?: SQL): Promise<Committee[]> {
  const rows = await database.select().from(committeeTable).where(condition).orderBy(asc(committeeTable.id));
  return rows.map(toCommittee);
}

export async function findCommittee(database: Database, id: string): Promise<Committee | undefined> {
  return (await committeesWhere(database, eq(committeeTable.id, id)))[0];
}

export async function committeePlace(database: Database, id: CommitteeId): Promise<CommitteePlace> {
  const committee = await findCommittee(database, id);
  const superiorId = committee?.superiorId ?? null;
  return { committee, superior: superiorId === null ? null : ((await findCommittee(database, superiorId)) ?? null) };
}

export async function peopleWhere(database: Database, condition?: SQL): Promise<Person[]> {
  const rows = await database.select().from(personTable).where(condition).orderBy(asc(personTable.id));
  return rows.map(toPerson);
}

export async function peopleOf(database: Database, ids: Iterable<string>): Promise<Person[]> {
  const wanted = new Set(ids);
  return wanted.size === 0 ? [] : await peopleWhere(database, anyOf(personTable.id, wanted));
}

export async function peopleOfCode(database: Database, code: string): Promise<Person[]> {
  return await peopleWhere(database, eq(personTable.codeKey, codeKey(code)));
}

export async function seatsWhere(database: Database, condition?: SQL): Promise<Seat[]> {
  const rows = await database.select().from(seatTable).where(condition).orderBy(asc(seatTable.id));
  return rows.map(toSeat);
}

export async function seatsOfPeople(database: Database, ids: readonly string[]): Promise<Seat[]> {
  return ids.length === 0 ? [] : await seatsWhere(database, anyOf(seatTable.personId, ids));
}

export async function seatsIn(database: Database, ids: readonly string[]): Promise<Seat[]> {
  return ids.length === 0 ? [] : await seatsWhere(database, anyOf(seatTable.committeeId, ids));
}

/** With their holders, in order of precedence. */
export async function heldSeats(database: Database, id: CommitteeId, on: string): Promise<readonly HeldSeat[]> {
  const rows = await database
    .select({ seat: seatTable, person: personTable })
    .from(seatTable)
    .innerJoin(personTable, eq(personTable.id, seatTable.personId))
    .where(eq(seatTable.committeeId, id))
    .orderBy(asc(seatTable.id));
  const found = rows.map(({ seat, person }) => ({ seat: toSeat(seat), person: toPerson(person) }));
  const held = new Set(
    currentSeats(
      found.map(({ seat }) => seat),
      id,
      on,
    ),
  );
  return inPrecedence(found.filter(({ seat }) => held.has(seat)));
}

export async function termsWhere(database: Database, condition: SQL): Promise<Term[]> {
  const rows = await database.select().from(termTable).where(condition).orderBy(asc(termTable.id));
  return rows.map(toTerm);
}

/** Of committees, people, seats and terms: every step that keeps one counts (`countRosterChange`). */
export async function rosterRevision(database: Database): Promise<number> {
  const [row] = await database.select({ number: rosterRevisionTable.number }).from(rosterRevisionTable);
  return row?.number ?? 0;
}

/** Counts a change of the roster; to be called in every step that keeps one, which has the roster's lock. */
export async function countRosterChange(database: Database): Promise<void> {
  await database.execute(sql`INSERT INTO roster_revision (id, number) VALUES (1, 1)
    ON CONFLICT (id) DO UPDATE SET number = roster_revision.number + 1`);
}

export async function keepCommittees(database: Database, committees: readonly Committee[]): Promise<void> {
  const rows = committees.map((one) => ({
    ...one,
    codeKey: one.code === null ? null : codeKey(one.code),
    nameKey: searchKey(one.name),
    searchKey: keyOfCommittee(one),
  }));
  await keepRows(rows, async (json) => {
    await database.execute(sql`INSERT INTO committee (id, name, rank, sector, superior_id, superior_since, directed_by_id,
        code, from_day, to_day, successor_id, code_key, name_key, search_key)
      SELECT id, name, rank, sector, "superiorId", "superiorSince", "directedById", code, "from", "to", "successorId",
        "codeKey", "nameKey", "searchKey"
      FROM json_to_recordset(${json}::json) AS row(id text, name text, rank text, sector text, "superiorId" text,
        "superiorSince" text, "directedById" text, code text, "from" text, "to" text, "successorId" text,
        "codeKey" text, "nameKey" text, "searchKey" text)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, rank = excluded.rank, sector = excluded.sector,
        superior_id = excluded.superior_id, superior_since = excluded.superior_since,
        directed_by_id = excluded.directed_by_id, code = excluded.code, from_day = excluded.from_day,
        to_day = excluded.to_day, successor_id = excluded.successor_id, code_key = excluded.code_key,
        name_key = excluded.name_key, search_key = excluded.search_key`);
  });
}

export async function keepPastSuperiors(database: Database, pastSuperiors: readonly PastSuperior[]): Promise<void> {
  if (pastSuperiors.length === 0) return;
  await database.execute(sql`INSERT INTO past_superior (committee_id, superior_id, from_day, to_day)
    SELECT "committeeId", "superiorId", "from", "to" FROM json_to_recordset(${JSON.stringify(pastSuperiors)}::json)
      AS row("committeeId" text, "superiorId" text, "from" text, "to" text)`);
}

export async function keepTerms(database: Database, terms: readonly Term[]): Promise<void> {
  if (terms.length === 0) return;
  await refuseKnownGone(
    database,
    terms.map(({ committeeId }) => committeeId),
  );
  await keepRows(terms, async (json) => {
    await database.execute(sql`INSERT INTO term (id, committee_id, name, from_day, to_day, congress_on)
      SELECT id, "committeeId", name, "from", "to", "congressOn" FROM json_to_recordset(${json}::json)
        AS row(id text, "committeeId" text, name text, "from" text, "to" text, "congressOn" text)
      ON CONFLICT (id) DO UPDATE SET committee_id = excluded.committee_id, name = excluded.name,
        from_day = excluded.from_day, to_day = excluded.to_day, congress_on = excluded.congress_on`);
  });
}

export async function keepPeople(database: Database, people: readonly Person[]): Promise<void> {
  const rows = people.map(({ id, name, code, birthYear }) => ({
    ...{ id, name, code, codeKey: code === null ? null : codeKey(code), birthYear },
    ...{ searchKey: searchKey(name), orderKey: nameOrderKey(name) },
  }));
  await keepRows(rows, async (json) => {
    await database.execute(sql`INSERT INTO person (id, name, code, code_key, birth_year, search_key, order_key)
      SELECT id, name, code, "codeKey", "birthYear", "searchKey", "orderKey"
      FROM json_to_recordset(${json}::json) AS row(id text, name text, code text, "codeKey" text, "birthYear" integer,
        "searchKey" text, "orderKey" text)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, code = excluded.code, code_key = excluded.code_key,
        birth_year = excluded.birth_year, search_key = excluded.search_key, order_key = excluded.order_key`);
  });
}

/**
 * In a step of a session. Waits for an import that is going on: both decide about codes. Throws, and keeps nobody, when
 * one of them is there already: a step that adds people changes none.
 */
export async function addPeople(transaction: Database, people: readonly Person[]): Promise<void> {
  if (people.length === 0) return;
  await lockNamed(transaction, 'roster');
  const [there] = await peopleOf(
    transaction,
    people.map(({ id }) => id),
  );
  if (there !== undefined) throw new Error(`person ${there.id} was about to be added once more`);
  await countRosterChange(transaction);
  await keepPeople(transaction, people);
}

export async function keepSeats(database: Database, seats: readonly Seat[]): Promise<void> {
  await keepRows(seats, async (json) => {
    await database.execute(sql`INSERT INTO seat (id, committee_id, person_id, position, precedence, from_day, to_day)
      SELECT id, "committeeId", "personId", position, "order", "from", "to"
      FROM json_to_recordset(${json}::json) AS row(id text, "committeeId" text, "personId" text, position text,
        "order" integer, "from" text, "to" text)
      ON CONFLICT (id) DO UPDATE SET committee_id = excluded.committee_id, person_id = excluded.person_id,
        position = excluded.position, precedence = excluded.precedence, from_day = excluded.from_day,
        to_day = excluded.to_day`);
  });
}

/**
 * All rows of a kind in one statement, so that one may refer to another however they lie; of two with one id the later,
 * as if they had come one after the other.
 */
async function keepRows(rows: readonly { readonly id: string }[], run: (json: string) => Promise<void>): Promise<void> {
  if (rows.length === 0) return;
  await run(JSON.stringify([...new Map(rows.map((row) => [row.id, row])).values()]));
}
