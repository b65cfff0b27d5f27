import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import type { ImportId } from '../../../domain/roster/import-id.ts';
import { importLoad } from '../../../domain/roster/import-load.ts';
import type { RestoredRoster } from '../../../domain/roster/known-of-import.ts';
import { readableRows } from '../damaged-row.ts';
import { storedTakingBack, toBuiltBefore, toImage, toListed } from '../import-row.ts';
import type { FoundImport, ImportStore, TakeBackDecision } from '../import-store.ts';
import { unwritten, written } from '../outcome.ts';
import { countRosterChange, keepCommittees, keepPeople, keepSeats } from './committee-rows.ts';
import { pastSuperiorTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { forgetImages, listedColumns } from './import-rows.ts';
import { importTable } from './imports-schema.ts';
import { loadImport } from './load-import.ts';
import type { Atomically } from './steps.ts';
import { removeSummoned, writeSummoned } from './summoned.ts';

export function sqliteImports(database: Database, atomically: Atomically): ImportStore {
  const { id: idColumn, number, kind, committeeId, takenBack } = importTable;
  return {
    list: async (place, limit) => {
      const rows = database
        .select(listedColumns)
        .from(importTable)
        .where(place === null ? ne(kind, 'delegates') : and(eq(kind, place.kind), eq(committeeId, place.committeeId)))
        .orderBy(desc(number))
        .limit(limit)
        .all();
      return readableRows(rows, toListed);
    },
    look: async (id, read) => database.transaction((transaction) => read(find(transaction, id))),
    takeBack: async (id, decide) =>
      atomically((transaction) => {
        const decision = decide(find(transaction, id));
        if (!decision.ok || decision.restored === null) return unwritten(decision);
        restore(transaction, decision.restored);
        transaction
          .update(importTable)
          .set({ takenBack: storedTakingBack(decision.takenBack), image: null, builtBefore: null })
          .where(and(eq(idColumn, id), isNull(takenBack)))
          .run();
        return written(decision);
      }),
    forgetBefore: async (at) => {
      await atomically((transaction) => written(forgetImages(transaction, at)));
    },
  };
}

function find(database: Database, id: ImportId): FoundImport | undefined {
  const { number, takenBack } = importTable;
  const [row] = database.select().from(importTable).where(eq(importTable.id, id)).all();
  if (row === undefined) return undefined;
  const { image: stored, builtBefore, number: own, ...listed } = row;
  const kept = toListed(listed);
  const image = toImage(id, stored);
  const later = database
    .select(listedColumns)
    .from(importTable)
    .where(and(gt(number, own), isNull(takenBack)))
    .orderBy(number)
    .all()
    .map(toListed);
  const loaded = loadImport(database, importLoad(kept, image));
  return { known: { kept, builtBefore: toBuiltBefore(builtBefore), later, ...loaded }, image };
}

type Restored = NonNullable<Extract<TakeBackDecision, { ok: true }>['restored']>;

function restore(database: Database, restored: Restored): void {
  if (restored.of === 'roster') restoreRoster(database, restored);
  else if (restored.people === null) removeSummoned(database, restored.committeeId, restored.term);
  else writeSummoned(database, { ...restored, people: restored.people });
}

function restoreRoster(database: Database, { committees, people, seats, gone }: RestoredRoster): void {
  // What goes and what is put back may refer to each other until all of it is done.
  database.run(sql`PRAGMA defer_foreign_keys = ON`);
  countRosterChange(database);
  keepCommittees(database, committees);
  keepPeople(database, people);
  keepSeats(database, seats);
  remove(database, 'seat', gone.seats);
  remove(database, 'person', gone.people);
  const { committeeId, to } = pastSuperiorTable;
  for (const one of gone.pastSuperiors) {
    database
      .delete(pastSuperiorTable)
      .where(and(eq(committeeId, one.committeeId), eq(to, one.to)))
      .run();
  }
  remove(database, 'committee', gone.committees);
}

function remove(database: Database, table: 'seat' | 'person' | 'committee', ids: ReadonlySet<string>): void {
  const json = JSON.stringify([...ids]);
  // Whoever read before that somebody is there must not write after it.
  if (table !== 'seat') database.run(sql`INSERT OR IGNORE INTO gone_id (id) SELECT value FROM json_each(${json})`);
  database.run(sql`DELETE FROM ${sql.identifier(table)} WHERE id IN (SELECT value FROM json_each(${json}))`);
}
