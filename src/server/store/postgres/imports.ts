import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import type { ImportId } from '../../../domain/roster/import-id.ts';
import { importLoad } from '../../../domain/roster/import-load.ts';
import type { RestoredRoster } from '../../../domain/roster/known-of-import.ts';
import { readableRows } from '../damaged-row.ts';
import { storedTakingBack, toBuiltBefore, toImage, toListed } from '../import-row.ts';
import type { FoundImport, ImportStore, TakeBackDecision } from '../import-store.ts';
import { unwritten, written } from '../outcome.ts';
import { anyOf } from './any-of.ts';
import { countRosterChange, keepCommittees, keepPeople, keepSeats } from './committee-rows.ts';
import { committeeTable, pastSuperiorTable, personTable, seatTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { forgetImages, listedColumns } from './import-rows.ts';
import { importTable } from './imports-schema.ts';
import { loadImport } from './load-import.ts';
import { lockNamed } from './named-locks.ts';
import { inOneMoment } from './one-moment.ts';
import type { Atomically } from './steps.ts';
import { removeSummoned, writeSummoned } from './summoned.ts';

export function postgresImports(database: Database, atomically: Atomically): ImportStore {
  const { id: idColumn, number, kind, committeeId, takenBack } = importTable;
  return {
    list: async (place, limit) => {
      const rows = await database
        .select(listedColumns)
        .from(importTable)
        .where(place === null ? ne(kind, 'delegates') : and(eq(kind, place.kind), eq(committeeId, place.committeeId)))
        .orderBy(desc(number))
        .limit(limit);
      return readableRows(rows, toListed);
    },
    look: async (id, read) => read(await inOneMoment(database, (transaction) => find(transaction, id))),
    takeBack: async (id, decide) =>
      atomically(async (transaction) => {
        await lockNamed(transaction, 'roster');
        // Before anything is looked at: whoever names somebody of it has done so, and is seen, or is refused after this.
        await lockNamed(transaction, 'gone');
        const decision = decide(await find(transaction, id));
        if (!decision.ok || decision.restored === null) return unwritten(decision);
        await restore(transaction, decision.restored);
        await transaction
          .update(importTable)
          .set({ takenBack: storedTakingBack(decision.takenBack), image: null, builtBefore: null })
          .where(and(eq(idColumn, id), isNull(takenBack)));
        return written(decision);
      }),
    forgetBefore: async (at) => {
      await atomically(async (transaction) => written(await forgetImages(transaction, at)));
    },
  };
}

async function find(transaction: Database, id: ImportId): Promise<FoundImport | undefined> {
  const { number, takenBack } = importTable;
  const [row] = await transaction.select().from(importTable).where(eq(importTable.id, id));
  if (row === undefined) return undefined;
  const { image: stored, builtBefore, number: own, ...listed } = row;
  const kept = toListed(listed);
  const image = toImage(id, stored);
  const later = await transaction
    .select(listedColumns)
    .from(importTable)
    .where(and(gt(number, own), isNull(takenBack)))
    .orderBy(number);
  const loaded = await loadImport(transaction, importLoad(kept, image));
  return { known: { kept, builtBefore: toBuiltBefore(builtBefore), later: later.map(toListed), ...loaded }, image };
}

type Restored = NonNullable<Extract<TakeBackDecision, { ok: true }>['restored']>;

async function restore(transaction: Database, restored: Restored): Promise<void> {
  if (restored.of === 'roster') await restoreRoster(transaction, restored);
  else if (restored.people === null) await removeSummoned(transaction, restored.committeeId, restored.term);
  else await writeSummoned(transaction, { ...restored, people: restored.people });
}

/** What is put back first, then what goes, from seats to committees: nothing that stays refers to what goes. */
async function restoreRoster(transaction: Database, restored: RestoredRoster): Promise<void> {
  const { committees, people, seats, gone } = restored;
  await countRosterChange(transaction);
  await keepCommittees(transaction, committees);
  await keepPeople(transaction, people);
  await keepSeats(transaction, seats);
  await transaction.delete(seatTable).where(anyOf(seatTable.id, gone.seats));
  await keepGone(transaction, [...gone.people, ...gone.committees]);
  await transaction.delete(personTable).where(anyOf(personTable.id, gone.people));
  const pairs = JSON.stringify(gone.pastSuperiors.map(({ committeeId, to }) => ({ committeeId, to })));
  await transaction.delete(pastSuperiorTable).where(
    sql`(${pastSuperiorTable.committeeId}, ${pastSuperiorTable.to}) IN
      (SELECT "committeeId", "to" FROM json_to_recordset(${pairs}::json) AS row("committeeId" text, "to" text))`,
  );
  await transaction.delete(committeeTable).where(anyOf(committeeTable.id, gone.committees));
}

/** Whoever read before that somebody is there must not write after it. */
async function keepGone(transaction: Database, ids: readonly string[]): Promise<void> {
  await transaction.execute(
    sql`INSERT INTO gone_id (id) SELECT unnest(${sql.param(ids)}::text[]) ON CONFLICT DO NOTHING`,
  );
}
