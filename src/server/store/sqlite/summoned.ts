import { and, desc, eq } from 'drizzle-orm';
import type { CommitteeId } from '../../../domain/committee.ts';
import type { Summoned, SummonedList } from '../../../domain/summoned.ts';
import type { SummonedStore } from '../summoned-store.ts';
import { atomically, type Database } from './database.ts';
import { summonedTable } from './summoned-schema.ts';

export function sqliteSummoned(database: Database): SummonedStore {
  const { committeeId, term } = summonedTable;
  const find = (from: Database, committee: CommitteeId, wanted: string) =>
    from
      .select()
      .from(summonedTable)
      .where(and(eq(committeeId, committee), eq(term, wanted)))
      .all()
      .map(toList)[0];
  return {
    list: async (committee) => {
      const rows = database.select().from(summonedTable).where(eq(committeeId, committee)).orderBy(desc(term)).all();
      return rows.map(toList);
    },
    find: async (committee, wanted) => find(database, committee, wanted),
    change: async (committee, wanted, decide) =>
      atomically(database, (transaction) => {
        const decision = decide(find(transaction, committee, wanted));
        if (!decision.ok) return decision;
        const row = { committeeId: committee, term: wanted, body: JSON.stringify(decision.value.people) };
        const target = [committeeId, term];
        transaction.insert(summonedTable).values(row).onConflictDoUpdate({ target, set: row }).run();
        return decision;
      }),
  };
}

function toList({ committeeId, term, body }: typeof summonedTable.$inferSelect): SummonedList {
  return { committeeId: committeeId as CommitteeId, term, people: JSON.parse(body) as Summoned[] };
}
