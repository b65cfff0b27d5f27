import { and, desc, eq, sql } from 'drizzle-orm';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { SummonedList } from '../../../domain/session/summoned.ts';
import { readableRows } from '../damaged-row.ts';
import { ruled } from '../outcome.ts';
import type { SummonedDecision, SummonedStore } from '../summoned-store.ts';
import { toSummonedList } from '../term-rows.ts';
import { heldSeats, peopleWhere, rosterRevision } from './committee-rows.ts';
import type { Database } from './connection.ts';
import { refuseKnownGone } from './gone.ts';
import { keepImport } from './import-rows.ts';
import { lockNamed } from './named-locks.ts';
import type { Atomically } from './steps.ts';
import { summonedTable } from './summoned-schema.ts';

export function postgresSummoned(database: Database, atomically: Atomically): SummonedStore {
  const { committeeId, term } = summonedTable;
  return {
    list: async (committee) => {
      const rows = await database.select().from(summonedTable).where(eq(committeeId, committee)).orderBy(desc(term));
      return readableRows(rows, toSummonedList);
    },
    naming: async (person) => {
      // Each id stands once at most in a list of hundreds: reading those that hold the text is enough.
      const rows = await database
        .select()
        .from(summonedTable)
        .where(sql`strpos(${summonedTable.body}, ${person}) > 0`)
        .orderBy(committeeId, term);
      const lists = readableRows(rows, toSummonedList);
      return lists.filter(({ people }) => people.some(({ personId }) => personId === person));
    },
    find: async (committee, wanted) => findSummoned(database, committee, wanted),
    change: async (committee, wanted, decide) =>
      atomically(async (transaction) => {
        await lockNamed(transaction, 'roster');
        return ruled(await keepDecision(transaction, committee, wanted, decide));
      }),
    enter: async (committee, wanted, { plannedOn, seatedOn }, decide) =>
      atomically(async (transaction) => {
        await lockNamed(transaction, 'roster');
        const isAsPlanned = plannedOn !== null && (await rosterRevision(transaction)) === plannedOn;
        const changed = isAsPlanned ? undefined : await knownToSummon(transaction, committee, seatedOn);
        return ruled(await keepDecision(transaction, committee, wanted, (known) => decide(known, changed)));
      }),
  };
}

async function knownToSummon(transaction: Database, committee: CommitteeId, seatedOn: string) {
  const seated = await heldSeats(transaction, committee, seatedOn);
  return { people: await peopleWhere(transaction), seated: seated.map(({ person }) => person) };
}

/** Only inside a step that has the roster's lock: a list is entered by who is known, and may be an import. */
async function keepDecision<Answer extends SummonedDecision>(
  transaction: Database,
  committeeId: CommitteeId,
  term: string,
  decide: (known: SummonedList | undefined) => Answer,
): Promise<Answer> {
  const decision = decide(await findSummoned(transaction, committeeId, term));
  if (!decision.ok) return decision;
  const list = { ...decision.value, committeeId, term };
  await refuseKnownGone(transaction, [committeeId, ...list.people.flatMap(({ personId }) => personId ?? [])]);
  await writeSummoned(transaction, list);
  if (decision.kept) await keepImport(transaction, decision.kept);
  return decision;
}

export async function findSummoned(
  database: Database,
  committee: CommitteeId,
  wanted: string,
): Promise<SummonedList | undefined> {
  const { committeeId, term } = summonedTable;
  const rows = await database
    .select()
    .from(summonedTable)
    .where(and(eq(committeeId, committee), eq(term, wanted)));
  return rows.map(toSummonedList)[0];
}

export async function writeSummoned(transaction: Database, { committeeId, term, people }: SummonedList): Promise<void> {
  const body = JSON.stringify(people);
  const target = [summonedTable.committeeId, summonedTable.term];
  await transaction
    .insert(summonedTable)
    .values({ committeeId, term, body })
    .onConflictDoUpdate({ target, set: { body } });
}

export async function removeSummoned(transaction: Database, committee: CommitteeId, wanted: string): Promise<void> {
  const { committeeId, term } = summonedTable;
  await transaction.delete(summonedTable).where(and(eq(committeeId, committee), eq(term, wanted)));
}
