import { asc, sql } from 'drizzle-orm';
import { type CommitteeRank, firstRanks } from '../../../domain/committee/committee-ranks.ts';
import type { CommitteeStore } from '../committee-store.ts';
import { ruled } from '../outcome.ts';
import { rankTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { lockNamed } from './named-locks.ts';
import type { Atomically } from './steps.ts';
import { inTransaction } from './transaction.ts';

/** A new service begins with the first ranks, whichever node starts first. */
export async function keepFirstRanks(database: Database): Promise<void> {
  if ((await allRanks(database)).length > 0) return;
  await inTransaction(database, async (transaction) => {
    await lockNamed(transaction, 'roster');
    if ((await allRanks(transaction)).length === 0) await keepRanks(transaction, firstRanks);
  });
}

/** The ranks of committees. */
export function committeeRanks(database: Database, atomically: Atomically) {
  return {
    ranks: async () => allRanks(database),
    changeRanks: async (decide) =>
      atomically(async (transaction) => {
        await lockNamed(transaction, 'roster');
        const decision = decide(await allRanks(transaction));
        if (decision.ok) await keepRanks(transaction, decision.value.ranks);
        return ruled(decision);
      }),
  } satisfies Partial<CommitteeStore>;
}

async function allRanks(database: Database): Promise<CommitteeRank[]> {
  const rows = await database.select().from(rankTable).orderBy(asc(rankTable.place));
  return rows.map(({ id, labelVi, labelEn, to }) => ({ id, label: { vi: labelVi, en: labelEn }, to }));
}

async function keepRanks(database: Database, ranks: readonly CommitteeRank[]): Promise<void> {
  if (ranks.length === 0) return;
  const rows = ranks.map(({ id, label, to }, place) => ({ id, place, labelVi: label.vi, labelEn: label.en, to }));
  const set = {
    place: sql`excluded.place`,
    labelVi: sql`excluded.label_vi`,
    labelEn: sql`excluded.label_en`,
    to: sql`excluded.to_day`,
  };
  await database.insert(rankTable).values(rows).onConflictDoUpdate({ target: rankTable.id, set });
}
