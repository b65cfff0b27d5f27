import { and, eq, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import { type ImportToKeep, importsKept, keptSince } from '../../../domain/roster/kept-import.ts';
import { storedBuilt, storedTakingBack } from '../import-row.ts';
import type { Database } from './connection.ts';
import { importTable } from './imports-schema.ts';
import { planTable } from './plans-schema.ts';
import { sessionTable } from './sessions-schema.ts';

/** What an import is listed by, without what it replaced. */
export const listedColumns = {
  id: importTable.id,
  kind: importTable.kind,
  accountId: importTable.accountId,
  at: importTable.at,
  committeeId: importTable.committeeId,
  term: importTable.term,
  committeeIds: importTable.committeeIds,
  counts: importTable.counts,
  takenBack: importTable.takenBack,
};

/** Only inside the step that imports: keeps the import beside it, and forgets what older ones replaced. */
export function keepImport(transaction: Database, { image, ...listed }: ImportToKeep): void {
  const kept = { ...listed, takenBack: storedTakingBack(listed.takenBack) };
  const row = { ...kept, image: JSON.stringify(image), builtBefore: builtNow(transaction) };
  transaction.insert(importTable).values(row).run();
  const { kind, committeeId, takenBack, number } = importTable;
  const place = and(
    eq(kind, listed.kind),
    listed.committeeId === null ? isNull(committeeId) : eq(committeeId, listed.committeeId),
  );
  const newest = transaction
    .select({ number })
    .from(importTable)
    .where(and(place, isNull(takenBack)))
    .orderBy(sql`${number} DESC`)
    .limit(importsKept.newest);
  transaction
    .update(importTable)
    .set({ image: null, builtBefore: null })
    .where(and(place, isNotNull(importTable.image), notInArray(number, newest)))
    .run();
  forgetImages(transaction, keptSince(new Date(listed.at)));
}

export function forgetImages(transaction: Database, before: string): void {
  transaction
    .update(importTable)
    .set({ image: null, builtBefore: null })
    .where(and(isNotNull(importTable.image), sql`${importTable.at} < ${before}`))
    .run();
}

function builtNow(database: Database): string {
  const { id, opened } = sessionTable;
  const sessions = database.select({ id, opened }).from(sessionTable).all();
  const plans = database.select({ id: planTable.id }).from(planTable).where(eq(planTable.issued, true)).all();
  return storedBuilt(
    sessions.map((one) => [one.id, one.opened]),
    plans.map((one) => one.id),
  );
}
