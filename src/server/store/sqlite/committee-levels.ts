import { asc } from 'drizzle-orm';
import type { CommitteeLevel } from '../../../domain/committee/committee.ts';
import { firstLevels } from '../../../domain/committee/committee-levels.ts';
import type { CommitteeStore } from '../committee-store.ts';
import { levelTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { atomically } from './database.ts';

/** The levels of committees; a new service begins with the first ones. */
export function committeeLevels(database: Database) {
  if (allLevels(database).length === 0) database.transaction((transaction) => keepLevels(transaction, firstLevels));
  return {
    levels: async () => allLevels(database),
    changeLevels: async (decide) =>
      atomically(database, (transaction) => {
        const decision = decide(allLevels(transaction));
        if (decision.ok) keepLevels(transaction, decision.value.levels);
        return decision;
      }),
  } satisfies Partial<CommitteeStore>;
}

function allLevels(database: Database): CommitteeLevel[] {
  const rows = database.select().from(levelTable).orderBy(asc(levelTable.place)).all();
  return rows.map(({ id, labelVi, labelEn, to }) => ({ id, label: { vi: labelVi, en: labelEn }, to }));
}

function keepLevels(database: Database, levels: readonly CommitteeLevel[]): void {
  for (const [place, { id, label, to }] of levels.entries()) {
    const row = { id, place, labelVi: label.vi, labelEn: label.en, to };
    database.insert(levelTable).values(row).onConflictDoUpdate({ target: levelTable.id, set: row }).run();
  }
}
