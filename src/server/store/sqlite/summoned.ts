import { and, desc, eq, sql } from 'drizzle-orm';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { SummonedList } from '../../../domain/session/summoned.ts';
import { readableRows } from '../damaged-row.ts';
import { ruled } from '../outcome.ts';
import type { SummonedDecision, SummonedStore } from '../summoned-store.ts';
import { toSummonedList } from '../term-rows.ts';
import { allPeople, heldSeats } from './committee-rows.ts';
import type { Database } from './connection.ts';
import { keepImport } from './import-rows.ts';
import { rosterRevision } from './revisions.ts';
import type { Atomically } from './steps.ts';
import { summonedTable } from './summoned-schema.ts';

export function sqliteSummoned(database: Database, atomically: Atomically): SummonedStore {
  const { committeeId, term } = summonedTable;
  return {
    list: async (committee) => {
      const rows = database.select().from(summonedTable).where(eq(committeeId, committee)).orderBy(desc(term)).all();
      return readableRows(rows, toSummonedList);
    },
    naming: async (person) => {
      // Each id stands once at most in a list of hundreds: reading those that hold the text is enough.
      const rows = database.select().from(summonedTable).where(sql`instr(${summonedTable.body}, ${person}) > 0`).all();
      return readableRows(rows, toSummonedList).filter(({ people }) =>
        people.some(({ personId }) => personId === person),
      );
    },
    find: async (committee, wanted) => findSummoned(database, committee, wanted),
    change: async (committee, wanted, decide) =>
      atomically((transaction) => ruled(keepDecision(transaction, committee, wanted, decide))),
    enter: async (committee, wanted, { plannedOn, seatedOn }, decide) =>
      atomically((transaction) => {
        const isAsPlanned = plannedOn !== null && rosterRevision(database) === plannedOn;
        const seated = () => heldSeats(transaction, committee, seatedOn).map(({ person }) => person);
        const changed = isAsPlanned ? undefined : { people: allPeople(transaction), seated: seated() };
        return ruled(keepDecision(transaction, committee, wanted, (known) => decide(known, changed)));
      }),
  };
}

/** Only inside a step. */
function keepDecision<Answer extends SummonedDecision>(
  transaction: Database,
  committeeId: CommitteeId,
  term: string,
  decide: (known: SummonedList | undefined) => Answer,
): Answer {
  const decision = decide(findSummoned(transaction, committeeId, term));
  if (!decision.ok) return decision;
  writeSummoned(transaction, { ...decision.value, committeeId, term });
  if (decision.kept) keepImport(transaction, decision.kept);
  return decision;
}

export function findSummoned(database: Database, committee: CommitteeId, wanted: string): SummonedList | undefined {
  const { committeeId, term } = summonedTable;
  return database
    .select()
    .from(summonedTable)
    .where(and(eq(committeeId, committee), eq(term, wanted)))
    .all()
    .map(toSummonedList)[0];
}

export function writeSummoned(database: Database, { committeeId, term, people }: SummonedList): void {
  const row = { committeeId, term, body: JSON.stringify(people) };
  const target = [summonedTable.committeeId, summonedTable.term];
  database.insert(summonedTable).values(row).onConflictDoUpdate({ target, set: row }).run();
}

export function removeSummoned(database: Database, committee: CommitteeId, wanted: string): void {
  const { committeeId, term } = summonedTable;
  database
    .delete(summonedTable)
    .where(and(eq(committeeId, committee), eq(term, wanted)))
    .run();
}
