import { eq, inArray, sql } from 'drizzle-orm';
import type { Committee, CommitteeId } from '../../../domain/committee.ts';
import type { Person, PersonId } from '../../../domain/person.ts';
import { currentSeats, type Seat, type SeatId } from '../../../domain/seat.ts';
import type { CommitteeStore, KnownRoster } from '../committee-store.ts';
import { committeeTable, personTable, seatTable } from './committees-schema.ts';
import { atomically, type Database } from './database.ts';
import { inChunks } from './in-chunks.ts';

export function sqliteCommittees(database: Database): CommitteeStore {
  return { ...committeeRecords(database), ...personRecords(database), ...seatRecords(database) };
}

// What is kept was read by the schemas of the domain before; ids are only branded again.
function toCommittee(row: typeof committeeTable.$inferSelect): Committee {
  return {
    ...row,
    id: row.id as CommitteeId,
    superiorId: row.superiorId as CommitteeId | null,
    directedById: row.directedById as CommitteeId | null,
  };
}

function toPerson(row: typeof personTable.$inferSelect): Person {
  return { ...row, id: row.id as PersonId };
}

function toSeat(row: typeof seatTable.$inferSelect): Seat {
  const ids = { id: row.id as SeatId, committeeId: row.committeeId as CommitteeId };
  return { ...row, ...ids, personId: row.personId as PersonId };
}

function allCommittees(database: Database): Committee[] {
  return database.select().from(committeeTable).all().map(toCommittee);
}

function peopleOf(database: Database, ids: readonly string[]): Person[] {
  return inChunks([...new Set(ids)], (some) =>
    database
      .select()
      .from(personTable)
      .where(inArray(personTable.id, [...some]))
      .all(),
  ).map(toPerson);
}

function seatsIn(database: Database, id: string): Seat[] {
  return database.select().from(seatTable).where(eq(seatTable.committeeId, id)).all().map(toSeat);
}

function committeeRecords(database: Database) {
  return {
    list: async () => allCommittees(database),
    find: async (id) => {
      const [row] = database.select().from(committeeTable).where(eq(committeeTable.id, id)).all();
      return row && toCommittee(row);
    },
    change: async (decide) =>
      atomically(database, (transaction) => {
        const decision = decide(allCommittees(transaction));
        if (!decision.ok) return decision;
        const { committee } = decision;
        const target = committeeTable.id;
        transaction.insert(committeeTable).values(committee).onConflictDoUpdate({ target, set: committee }).run();
        return decision;
      }),
  } satisfies Partial<CommitteeStore>;
}

function personRecords(database: Database) {
  return {
    people: async () => database.select().from(personTable).all().map(toPerson),
    findPerson: async (id) => peopleOf(database, [id])[0],
    findPeople: async (ids) => peopleOf(database, ids),
  } satisfies Partial<CommitteeStore>;
}

function seatRecords(database: Database) {
  return {
    seats: async (id) => seatsIn(database, id),
    heldSeats: async (id, on) => {
      const held = currentSeats(seatsIn(database, id), id, on);
      const holders = peopleOf(
        database,
        held.map((seat) => seat.personId),
      );
      const people = new Map(holders.map((person) => [person.id, person]));
      return held.flatMap((seat) => {
        const person = people.get(seat.personId);
        return person === undefined ? [] : [{ seat, person }];
      });
    },
    seatsOf: async (id) => database.select().from(seatTable).where(eq(seatTable.personId, id)).all().map(toSeat),
    changeRoster: async (decide) =>
      atomically(database, (transaction) => {
        const decision = decide(knownRoster(transaction));
        if (decision.ok) {
          keepPeople(transaction, decision.people);
          keepSeats(transaction, decision.seats);
        }
        return decision;
      }),
  } satisfies Partial<CommitteeStore>;
}

/** Loads each list when it is looked at: a change of one seat need not read forty thousand people. */
function knownRoster(database: Database): KnownRoster {
  return {
    get committees() {
      return allCommittees(database);
    },
    get people() {
      return database.select().from(personTable).all().map(toPerson);
    },
    get seats() {
      return database.select().from(seatTable).all().map(toSeat);
    },
  };
}

function keepPeople(database: Database, people: readonly Person[]): void {
  const set = { fullName: sql`excluded.full_name`, code: sql`excluded.code` };
  inChunks(people, (some) => {
    database
      .insert(personTable)
      .values([...some])
      .onConflictDoUpdate({ target: personTable.id, set })
      .run();
    return [];
  });
}

function keepSeats(database: Database, seats: readonly Seat[]): void {
  const set = {
    ...{ committeeId: sql`excluded.committee_id`, personId: sql`excluded.person_id` },
    ...{ position: sql`excluded.position`, order: sql`excluded.precedence` },
    ...{ from: sql`excluded.from_day`, to: sql`excluded.to_day` },
  };
  inChunks(seats, (some) => {
    database
      .insert(seatTable)
      .values([...some])
      .onConflictDoUpdate({ target: seatTable.id, set })
      .run();
    return [];
  });
}
