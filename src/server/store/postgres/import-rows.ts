import { and, asc, eq, isNotNull, isNull, lt, max, notInArray, sql } from 'drizzle-orm';
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

const nothingKept = { image: null, builtBefore: null };

/**
 * Only inside the step that imports, which has the roster's lock: keeps the import beside it, and forgets what older
 * ones replaced.
 */
export async function keepImport(transaction: Database, { image, ...listed }: ImportToKeep): Promise<void> {
  const { kind, committeeId, takenBack, number } = importTable;
  const [last] = await transaction.select({ number: max(number) }).from(importTable);
  const kept = { ...listed, number: (last?.number ?? 0) + 1, takenBack: storedTakingBack(listed.takenBack) };
  const row = { ...kept, image: JSON.stringify(image), builtBefore: await builtNow(transaction) };
  await transaction.insert(importTable).values(row);
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
  await transaction
    .update(importTable)
    .set(nothingKept)
    .where(and(place, isNotNull(importTable.image), notInArray(number, newest)));
  await forgetImages(transaction, keptSince(new Date(listed.at)));
}

export async function forgetImages(transaction: Database, before: string): Promise<void> {
  await transaction
    .update(importTable)
    .set(nothingKept)
    .where(and(isNotNull(importTable.image), lt(importTable.at, before)));
}

/** Nobody draws up or opens a session meanwhile. A plan that is being issued is not among them: it stands in the way as one issued since. */
async function builtNow(transaction: Database): Promise<string> {
  const { id, opened } = sessionTable;
  const sessions = await transaction.select({ id, opened }).from(sessionTable).orderBy(asc(id));
  const issued = transaction.select({ id: planTable.id }).from(planTable).where(eq(planTable.issued, true));
  const plans = await issued.orderBy(asc(planTable.id));
  return storedBuilt(
    sessions.map((one) => [one.id, one.opened]),
    plans.map((one) => one.id),
  );
}
