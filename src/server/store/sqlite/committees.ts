import { eq, inArray, sql } from 'drizzle-orm';
import type { Committee, CommitteeId } from '../../../domain/committee/committee.ts';
import type { CommitteesToChange, RosterChanges, WholeRoster } from '../../../domain/roster/roster-changes.ts';
import type { Ruling } from '../../../domain/ruling.ts';
import { codeKey } from '../../../domain/text/code-key.ts';
import type { ChangedSince, CommitteeStore, CommitteesAsked, RosterStep } from '../committee-store.ts';
import { ruled } from '../outcome.ts';
import { toCommittee, toPerson, toSeat } from '../roster-rows.ts';
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
  peopleOfCode,
  seatsIn,
  seatsOfPeople,
  termsOf,
} from './committee-rows.ts';
import { committeeTree } from './committee-tree.ts';
import { committeeTable, pastSuperiorTable, personTable, seatTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { keepImport } from './import-rows.ts';
import { inChunks } from './in-chunks.ts';
import { prepared } from './prepared.ts';
import { rosterRevision } from './revisions.ts';
import { sessionTable } from './sessions-schema.ts';
import type { Atomically } from './steps.ts';

export function sqliteCommittees(database: Database, atomically: Atomically): CommitteeStore {
  return {
    ...committeeRanks(database, atomically),
    ...committeeRecords(database, atomically),
    ...committeeTree(database),
    ...personRecords(database),
    ...seatRecords(database, atomically),
  };
}

function committeeRecords(database: Database, atomically: Atomically) {
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
    change: async (asked, decide) =>
      atomically((transaction) => {
        const decision = decide(committeesAround(transaction, asked));
        if (decision.ok) keepChanges(transaction, { committees: [decision.value] });
        return ruled(decision);
      }),
    reorganise: async (asked, decide) =>
      changing(atomically, (transaction) => {
        const ids = asked.around.filter((id) => id !== null);
        const seats = inChunks(ids, (some) => seatsIn(transaction, some));
        return decide({
          committees: committeesAround(transaction, asked),
          seats,
          sessions: sessionsOf(transaction, ids),
        });
      }),
    changeTerms: async (committeeId, termId, decide) =>
      changing(atomically, (transaction) =>
        decide({ terms: termsOf(transaction, committeeId), there: findTerm(transaction, termId) }),
      ),
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

function seatRecords(database: Database, atomically: Atomically) {
  return {
    seats: async (id) => seatsIn(database, [id]),
    heldSeats: async (id, on) => heldSeats(database, id, on),
    seatsOf: async (id) => seatsOfPerson(database).all({ person: id }).map(toSeat),
    seatsOfPeople: async (ids) => seatsOfPeople(database, ids),
    wholeRoster: async () => database.transaction((transaction) => wholeRoster(transaction)),
    changeSeats: async ({ committeeId, seatId, people = [], code = null }, decide) =>
      changing(atomically, (transaction) => {
        const [there] = transaction.select().from(seatTable).where(eq(seatTable.id, seatId)).all().map(toSeat);
        return decide({
          committee: findCommittee(transaction, committeeId),
          seats: seatsIn(transaction, [committeeId]),
          there,
          people: [
            ...peopleOf(transaction, there === undefined ? people : [...people, there.personId]),
            ...(code === null ? [] : peopleOfCode(transaction, code)),
          ],
        });
      }),
    changePerson: async (id, decide) =>
      changing(atomically, (transaction) =>
        decide({
          person: peopleOf(transaction, [id])[0],
          seats: seatsOfPerson(database).all({ person: id }).map(toSeat),
        }),
      ),
    importRoster: async <Result extends RosterStep, const PlannedOn extends number | null>(
      plannedOn: PlannedOn,
      decide: (changed: ChangedSince<PlannedOn>) => Result,
    ) =>
      atomically((transaction) => {
        const isAsPlanned = plannedOn !== null && rosterRevision(database) === plannedOn;
        const changed = isAsPlanned ? undefined : wholeRoster(transaction);
        const decision = decide(changed as ChangedSince<PlannedOn>);
        if (decision.ok) keepChanges(transaction, decision);
        if (decision.ok && decision.kept) keepImport(transaction, decision.kept);
        return ruled(decision);
      }),
  } satisfies Partial<CommitteeStore>;
}

/** A step that keeps what its decision yields. */
function changing<Changes extends RosterChanges, Refusal extends string>(
  atomically: Atomically,
  decide: (transaction: Database) => Ruling<Changes, Refusal>,
): Promise<Ruling<Changes, Refusal>> {
  return atomically((transaction) => {
    const decision = decide(transaction);
    if (decision.ok) keepChanges(transaction, decision.value);
    return ruled(decision);
  });
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

function wholeRoster(database: Database): WholeRoster {
  return {
    committees: allCommittees(database),
    people: allPeople(database),
    seats: database.select().from(seatTable).all().map(toSeat),
    revision: rosterRevision(database),
  };
}

function sessionsOf(database: Database, ids: readonly CommitteeId[]): CommitteesToChange['sessions'] {
  const { committeeId, state } = sessionTable;
  return inChunks(ids, (some) =>
    database
      .select({ committeeId, state })
      .from(sessionTable)
      .where(inArray(committeeId, [...some]))
      .all(),
  ).map((row) => ({ ...row, committeeId: row.committeeId as CommitteeId }));
}

/** Each committee once; those of the code by what is written, since it is kept as it was typed. */
function committeesAround(database: Database, { around, code = null }: CommitteesAsked): Committee[] {
  const isTop = around.includes(null);
  const ids = around.filter((id) => id !== null);
  const alike = code === null ? sql`0` : sql`to_day IS NULL AND code IS NOT NULL AND code_key(code) = ${codeKey(code)}`;
  return database
    .select()
    .from(committeeTable)
    .where(
      sql`${committeeTable.id} IN (
        WITH RECURSIVE named(id) AS (SELECT value FROM json_each(${JSON.stringify(ids)})),
        way(id) AS (
          SELECT id FROM named
          UNION SELECT committee.superior_id FROM committee JOIN way ON committee.id = way.id
            WHERE committee.superior_id IS NOT NULL
        )
        SELECT id FROM way
        UNION SELECT id FROM committee WHERE superior_id IN (SELECT id FROM named)
        UNION SELECT id FROM committee WHERE directed_by_id IN (SELECT id FROM named)
        UNION SELECT id FROM committee WHERE superior_id IN
          (SELECT superior_id FROM committee JOIN named USING (id) WHERE superior_id IS NOT NULL)
        UNION SELECT id FROM committee WHERE superior_id IS NULL AND (${isTop ? 1 : 0} OR EXISTS
          (SELECT 1 FROM committee top JOIN named USING (id) WHERE top.superior_id IS NULL))
        UNION SELECT id FROM committee WHERE ${alike}
      )`,
    )
    .all()
    .map(toCommittee);
}
