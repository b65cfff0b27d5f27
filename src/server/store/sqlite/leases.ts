import { and, eq, gt, lte, sql } from 'drizzle-orm';
import { type LeaseStore, latestEnd } from '../lease-store.ts';
import type { Database } from './connection.ts';
import { leaseTable } from './nodes-schema.ts';
import type { Atomically } from './steps.ts';

export function sqliteLeases(atomically: Atomically): LeaseStore {
  return {
    take: async (name, owner, term) =>
      atomically((transaction) => {
        const { owner: holder, until } = leaseTable;
        const isFree = sql`${eq(holder, owner)} OR ${lte(until, term.now)} OR ${gt(until, latestEnd(term))}`;
        const row = { owner, until: term.until };
        const { changes } = transaction
          .insert(leaseTable)
          .values({ name, ...row })
          .onConflictDoUpdate({ target: leaseTable.name, set: row, setWhere: isFree })
          .run();
        return { value: changes > 0, wrote: changes > 0 };
      }),
    giveBack: async (name, owner) =>
      atomically((transaction) => {
        const own = and(eq(leaseTable.name, name), eq(leaseTable.owner, owner));
        const { changes } = transaction.delete(leaseTable).where(own).run();
        return { value: undefined, wrote: changes > 0 };
      }),
  };
}

export function forgetLeases(database: Database): void {
  database.delete(leaseTable).run();
}
