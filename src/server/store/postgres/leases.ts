import { and, eq, gt, lte, sql } from 'drizzle-orm';
import { type LeaseStore, latestEnd } from '../lease-store.ts';
import { leaseTable } from './nodes-schema.ts';
import type { Atomically } from './steps.ts';

export function postgresLeases(atomically: Atomically): LeaseStore {
  return {
    take: async (name, owner, term) =>
      atomically(async (transaction) => {
        const { owner: holder, until } = leaseTable;
        const isFree = sql`${eq(holder, owner)} OR ${lte(until, term.now)} OR ${gt(until, latestEnd(term))}`;
        const row = { owner, until: term.until };
        const { rowCount } = await transaction
          .insert(leaseTable)
          .values({ name, ...row })
          .onConflictDoUpdate({ target: leaseTable.name, set: row, setWhere: isFree });
        const isTaken = rowCount === 1;
        return { value: isTaken, wrote: isTaken };
      }),
    giveBack: async (name, owner) =>
      atomically(async (transaction) => {
        const own = and(eq(leaseTable.name, name), eq(leaseTable.owner, owner));
        const { rowCount } = await transaction.delete(leaseTable).where(own);
        return { value: undefined, wrote: rowCount !== 0 };
      }),
  };
}
