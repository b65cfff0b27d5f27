import { eq, inArray, sql } from 'drizzle-orm';
import type { KnownRoster, RosterChanges } from '../../../domain/roster/roster-changes.ts';
import { codeKey } from '../../../domain/text/code-key.ts';
import type { CommitteeStore } from '../committee-store.ts';
import { committeeRanks } from './committee-ranks.ts';
import {
  allCommittees,
  allPeople,
  countRosterChange,
  findCommittee,
  findTerm,
  heldSeats,
  keepCommittees,
  keepPeople,
  keepSeats,
  keepTerms,
  peopleOf,
  seatsIn,
  termsOf,
  toCommittee,
  toPerson,
  toSeat,
} from './committee-rows.ts';
import { committeeTree } from './committee-tree.ts';
import { committeeTable, pastSuperiorTable, personTable, seatTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { atomically } from './database.ts';
import { keepImport } from './import-rows.ts';
import { inChunks } from './in-chunks.ts';
import { prepared } from './prepared.ts';
import { rosterRevision } from './revisions.ts';
import { sessionTable } from './sessions-schema.ts';

export function sqliteCommittees(database: Database): CommitteeStore {
  return {
    ...committeeRanks(database),
    ...committeeRecords(database),
    ...committeeTree(database),
    ...personRecords(database),
    ...seatRecords(database),
  };
}

function committeeRecords(database: Database) {
  return {
    list: async () => allCommittees(database),
    find: async (id) => findCommittee(database, id),
    findCommittees: async (ids) =>
      inChunks([...new Set(ids)], (some) =>
        database
          .select()
          .from(committeeTable)
          .where(inArray(committeeTable.id, [...some]))
          .all(),
      ).map(toCommittee),
    change: async (decide) =>
      atomically(database, (transaction) => {
        const decision = decide(allCommittees(transaction));
        if (decision.ok) keepChanges(transaction, { committees: [decision.value] });
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

const seatsOfPerson = prepared((database) =>
  database
    .select()
    .from(seatTable)
    .where(eq(seatTable.personId, sql.placeholder('person')))
    .prepare(),
);

function seatRecords(database: Database) {
  return {
    seats: async (id) => seatsIn(database, id),
    heldSeats: async (id, on) => heldSeats(database, id, on),
    seatsOf: async (id) => seatsOfPerson(database).all({ person: id }).map(toSeat),
    seatsOfPeople: async (ids) =>
      inChunks(ids, (some) =>
        database
          .select()
          .from(seatTable)
          .where(inArray(seatTable.personId, [...some]))
          .all(),
      ).map(toSeat),
    wholeRoster: async () =>
      database.transaction((transaction) => {
        const { committees, people, seats, revision } = knownRoster(transaction);
        return { committees, people, seats, revision };
      }),
    changeRoster: async (decide) =>
      atomically(database, (transaction) => {
        const decision = decide(knownRoster(transaction));
        if (decision.ok) keepChanges(transaction, decision);
        if (decision.ok && decision.kept) keepImport(transaction, decision.kept);
        return decision;
      }),
  } satisfies Partial<CommitteeStore>;
}

function keepChanges(database: Database, changes: RosterChanges): void {
  countRosterChange(database);
  // A new committee may stand before its superior in the list.
  database.run(sql`PRAGMA defer_foreign_keys = ON`);
  keepCommittees(database, changes.committees ?? []);
  inChunks(changes.pastSuperiors ?? [], (some) => {
    database
      .insert(pastSuperiorTable)
      .values([...some])
      .run();
    return [];
  });
  keepTerms(database, changes.terms ?? []);
  keepPeople(database, changes.people ?? []);
  keepSeats(database, changes.seats ?? []);
}

/** Loads each list when it is looked at: a change of one seat need not read forty thousand people. */
function knownRoster(database: Database): KnownRoster {
  return {
    get committees() {
      return allCommittees(database);
    },
    get people() {
      return allPeople(database);
    },
    get seats() {
      return database.select().from(seatTable).all().map(toSeat);
    },
    get revision() {
      return rosterRevision(database);
    },
    seatsIn: (id) => seatsIn(database, id),
    seatsOf: (id) => database.select().from(seatTable).where(eq(seatTable.personId, id)).all().map(toSeat),
    termsOf: (id) => termsOf(database, id),
    findSeat: (id) => database.select().from(seatTable).where(eq(seatTable.id, id)).all().map(toSeat)[0],
    findTerm: (id) => findTerm(database, id),
    sessionStatesOf: (ids) =>
      inChunks(ids, (some) =>
        database
          .select({ state: sessionTable.state })
          .from(sessionTable)
          .where(inArray(sessionTable.committeeId, [...some]))
          .all(),
      ).map(({ state }) => state),
    findPerson: (id) => peopleOf(database, [id])[0],
    personOfCode: (code) => {
      const [row] = database
        .select()
        .from(personTable)
        .where(eq(personTable.codeKey, codeKey(code)))
        .limit(1)
        .all();
      return row && toPerson(row);
    },
  };
}
