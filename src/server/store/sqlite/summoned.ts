import { and, desc, eq, sql } from 'drizzle-orm';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { Summoned, SummonedList } from '../../../domain/session/summoned.ts';
import { readableRows, readRow } from '../damaged-row.ts';
import type { SummonedStore } from '../summoned-store.ts';
import { allPeople, heldSeats } from './committee-rows.ts';
import type { Database } from './connection.ts';
import { atomically } from './database.ts';
import { keepImport } from './import-rows.ts';
import { rosterRevision } from './revisions.ts';
import { summonedTable } from './summoned-schema.ts';

export function sqliteSummoned(database: Database): SummonedStore {
  const { committeeId, term } = summonedTable;
  return {
    list: async (committee) => {
      const rows = database.select().from(summonedTable).where(eq(committeeId, committee)).orderBy(desc(term)).all();
      return readableRows(rows, toList);
    },
    naming: async (person) => {
      // Each id stands once at most in a list of hundreds: reading those that hold the text is enough.
      const rows = database.select().from(summonedTable).where(sql`instr(${summonedTable.body}, ${person}) > 0`).all();
      return readableRows(rows, toList).filter(({ people }) => people.some(({ personId }) => personId === person));
    },
    find: async (committee, wanted) => findSummoned(database, committee, wanted),
    change: async (committee, wanted, decide) =>
      atomically(database, (transaction) => {
        const decision = decide(findSummoned(transaction, committee, wanted), {
          get revision() {
            return rosterRevision(transaction);
          },
          people: () => allPeople(transaction),
          seated: (on) => heldSeats(transaction, committee, on).map(({ person }) => person),
        });
        if (!decision.ok) return decision;
        writeSummoned(transaction, { ...decision.value, committeeId: committee, term: wanted });
        if (decision.kept) keepImport(transaction, decision.kept);
        return decision;
      }),
  };
}

export function findSummoned(database: Database, committee: CommitteeId, wanted: string): SummonedList | undefined {
  const { committeeId, term } = summonedTable;
  return database
    .select()
    .from(summonedTable)
    .where(and(eq(committeeId, committee), eq(term, wanted)))
    .all()
    .map(toList)[0];
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

function toList({ committeeId, term, body }: typeof summonedTable.$inferSelect): SummonedList {
  return readRow({ table: 'summoned_list', row: `${committeeId} ${term}` }, () => {
    return { committeeId: committeeId as CommitteeId, term, people: JSON.parse(body) as Summoned[] };
  });
}
