import { eq, sql } from 'drizzle-orm';
import type { Committee, CommitteeId } from '../../../domain/committee/committee.ts';
import type { CommitteesToChange, RosterChanges, WholeRoster } from '../../../domain/roster/roster-changes.ts';
import type { Ruling } from '../../../domain/ruling.ts';
import { codeKey } from '../../../domain/text/code-key.ts';
import type { ChangedSince, CommitteeStore, CommitteesAsked, RosterStep } from '../committee-store.ts';
import { ruled } from '../outcome.ts';
import { anyOf } from './any-of.ts';
import { committeeRanks } from './committee-ranks.ts';
import {
  committeesWhere,
  countRosterChange,
  findCommittee,
  heldSeats,
  keepCommittees,
  keepPastSuperiors,
  keepPeople,
  keepSeats,
  keepTerms,
  peopleOf,
  peopleOfCode,
  peopleWhere,
  rosterRevision,
  seatsIn,
  seatsOfPeople,
  seatsWhere,
  termsWhere,
} from './committee-rows.ts';
import { committeeTree } from './committee-tree.ts';
import { committeeTable, seatTable, termTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { keepImport } from './import-rows.ts';
import { lockNamed } from './named-locks.ts';
import { inOneMoment } from './one-moment.ts';
import { sessionTable } from './sessions-schema.ts';
import type { Atomically } from './steps.ts';

export function postgresCommittees(database: Database, atomically: Atomically): CommitteeStore {
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
    list: async () => committeesWhere(database),
    find: async (id) => findCommittee(database, id),
    findCommittees: async (ids) =>
      ids.length === 0 ? [] : await committeesWhere(database, anyOf(committeeTable.id, ids)),
    change: async (asked, decide) =>
      atomically(async (transaction) => {
        await lockNamed(transaction, 'roster');
        const decision = decide(await committeesAround(transaction, asked));
        if (decision.ok) await keepChanges(transaction, { committees: [decision.value] });
        return ruled(decision);
      }),
    reorganise: async (asked, decide) =>
      changing(atomically, async (transaction) => {
        const ids = asked.around.filter((id) => id !== null);
        return decide({
          committees: await committeesAround(transaction, asked),
          seats: await seatsIn(transaction, ids),
          sessions: await sessionsOf(transaction, ids),
        });
      }),
    changeTerms: async (committeeId, termId, decide) =>
      changing(atomically, async (transaction) => {
        const terms = await termsWhere(transaction, eq(termTable.committeeId, committeeId));
        const [there] = await termsWhere(transaction, eq(termTable.id, termId));
        return decide({ terms, there });
      }),
  } satisfies Partial<CommitteeStore>;
}

function personRecords(database: Database) {
  return {
    people: async () => peopleWhere(database),
    findPerson: async (id) => (await peopleOf(database, [id]))[0],
    findPeople: async (ids) => peopleOf(database, ids),
  } satisfies Partial<CommitteeStore>;
}

function seatRecords(database: Database, atomically: Atomically) {
  return {
    seats: async (id) => seatsIn(database, [id]),
    heldSeats: async (id, on) => heldSeats(database, id, on),
    seatsOf: async (id) => seatsOfPeople(database, [id]),
    seatsOfPeople: async (ids) => seatsOfPeople(database, ids),
    wholeRoster: async () => inOneMoment(database, wholeRoster),
    changeSeats: async ({ committeeId, seatId, people = [], code = null }, decide) =>
      changing(atomically, async (transaction) => {
        const [there] = await seatsWhere(transaction, eq(seatTable.id, seatId));
        return decide({
          committee: await findCommittee(transaction, committeeId),
          seats: await seatsIn(transaction, [committeeId]),
          there,
          people: [
            ...(await peopleOf(transaction, there === undefined ? people : [...people, there.personId])),
            ...(code === null ? [] : await peopleOfCode(transaction, code)),
          ],
        });
      }),
    changePerson: async (id, decide) =>
      changing(atomically, async (transaction) => {
        const [person] = await peopleOf(transaction, [id]);
        return decide({ person, seats: await seatsOfPeople(transaction, [id]) });
      }),
    importRoster: async <Result extends RosterStep, const PlannedOn extends number | null>(
      plannedOn: PlannedOn,
      decide: (changed: ChangedSince<PlannedOn>) => Result,
    ) =>
      atomically(async (transaction) => {
        await lockNamed(transaction, 'roster');
        const isAsPlanned = plannedOn !== null && (await rosterRevision(transaction)) === plannedOn;
        const changed = isAsPlanned ? undefined : await wholeRoster(transaction);
        const decision = decide(changed as ChangedSince<PlannedOn>);
        if (decision.ok) await keepChanges(transaction, decision);
        if (decision.ok && decision.kept) await keepImport(transaction, decision.kept);
        return ruled(decision);
      }),
  } satisfies Partial<CommitteeStore>;
}

/** A step that keeps what its decision yields; it alone changes the roster. */
function changing<Changes extends RosterChanges, Refusal extends string>(
  atomically: Atomically,
  decide: (transaction: Database) => Promise<Ruling<Changes, Refusal>>,
): Promise<Ruling<Changes, Refusal>> {
  return atomically(async (transaction) => {
    await lockNamed(transaction, 'roster');
    const decision = await decide(transaction);
    if (decision.ok) await keepChanges(transaction, decision.value);
    return ruled(decision);
  });
}

async function keepChanges(transaction: Database, changes: RosterChanges): Promise<void> {
  await countRosterChange(transaction);
  await keepCommittees(transaction, changes.committees ?? []);
  await keepPastSuperiors(transaction, changes.pastSuperiors ?? []);
  await keepTerms(transaction, changes.terms ?? []);
  await keepPeople(transaction, changes.people ?? []);
  await keepSeats(transaction, changes.seats ?? []);
}

/** Of one moment where the roster is locked, or the transaction sees one moment alone. */
async function wholeRoster(transaction: Database): Promise<WholeRoster> {
  return {
    committees: await committeesWhere(transaction),
    people: await peopleWhere(transaction),
    seats: await seatsWhere(transaction),
    revision: await rosterRevision(transaction),
  };
}

async function sessionsOf(transaction: Database, ids: readonly CommitteeId[]): Promise<CommitteesToChange['sessions']> {
  if (ids.length === 0) return [];
  const { committeeId, state } = sessionTable;
  const rows = await transaction.select({ committeeId, state }).from(sessionTable).where(anyOf(committeeId, ids));
  return rows.map((row) => ({ ...row, committeeId: row.committeeId as CommitteeId }));
}

/** Each committee once; those of the code by what is written, since it is kept as it was typed. */
async function committeesAround(transaction: Database, { around, code = null }: CommitteesAsked): Promise<Committee[]> {
  const isTop = around.includes(null);
  const ids = around.filter((id) => id !== null);
  const alike =
    code === null ? sql`` : sql`UNION SELECT id FROM committee WHERE to_day IS NULL AND code_key = ${codeKey(code)}`;
  return await committeesWhere(
    transaction,
    sql`${committeeTable.id} IN (
      WITH RECURSIVE named(id) AS (SELECT unnest(${sql.param(ids)}::text[]) COLLATE "C"),
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
      UNION SELECT id FROM committee WHERE superior_id IS NULL AND (${isTop}::boolean OR EXISTS
        (SELECT 1 FROM committee AS top JOIN named USING (id) WHERE top.superior_id IS NULL))
      ${alike}
    )`,
  );
}
