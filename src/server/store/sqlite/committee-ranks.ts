import { asc } from 'drizzle-orm';
import type { CommitteeRank } from '../../../domain/committee/committee-ranks.ts';
import { firstRanks } from '../../../domain/committee/committee-ranks.ts';
import type { CommitteeStore } from '../committee-store.ts';
import { ruled } from '../outcome.ts';
import { rankTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import type { Atomically } from './steps.ts';

/** A new service begins with the first ranks. */
export function keepFirstRanks(database: Database): void {
  if (allRanks(database).length === 0) database.transaction((transaction) => keepRanks(transaction, firstRanks));
}

/** The ranks of committees. */
export function committeeRanks(database: Database, atomically: Atomically) {
  return {
    ranks: async () => allRanks(database),
    changeRanks: async (decide) =>
      atomically((transaction) => {
        const decision = decide(allRanks(transaction));
        if (decision.ok) keepRanks(transaction, decision.value.ranks);
        return ruled(decision);
      }),
  } satisfies Partial<CommitteeStore>;
}

function allRanks(database: Database): CommitteeRank[] {
  const rows = database.select().from(rankTable).orderBy(asc(rankTable.place)).all();
  return rows.map(({ id, labelVi, labelEn, to }) => ({ id, label: { vi: labelVi, en: labelEn }, to }));
}

function keepRanks(database: Database, ranks: readonly CommitteeRank[]): void {
  for (const [place, { id, label, to }] of ranks.entries()) {
    const row = { id, place, labelVi: label.vi, labelEn: label.en, to };
    database.insert(rankTable).values(row).onConflictDoUpdate({ target: rankTable.id, set: row }).run();
  }
}
