import { and, eq, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import type { AccountId } from '../../../domain/account/account.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { PlanId } from '../../../domain/plan/plan-id.ts';
import type { ImportId } from '../../../domain/roster/import-id.ts';
import {
  type BuiltBefore,
  type ImportToKeep,
  importsKept,
  keptSince,
  type ListedImport,
} from '../../../domain/roster/kept-import.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { readRow } from '../damaged-row.ts';
import { requireJson } from '../json-text.ts';
import type { StoredTakingBack } from '../stored-taking-back.ts';
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

type ListedRow = Pick<typeof importTable.$inferSelect, keyof typeof listedColumns>;

export function toListed(row: ListedRow): ListedImport {
  return readRow({ table: 'kept_import', row: row.id }, () => {
    requireJson(row.committeeIds, row.counts, row.takenBack);
    const { id, accountId, committeeId, takenBack } = row;
    const ids = {
      id: id as ImportId,
      accountId: accountId as AccountId,
      committeeId: committeeId as CommitteeId | null,
    };
    return { ...row, ...ids, takenBack: takenBack && { accountId: takenBack.by as AccountId, at: takenBack.at } };
  });
}

export function storedTakingBack(takenBack: ListedImport['takenBack']): StoredTakingBack {
  return takenBack && { by: takenBack.accountId, at: takenBack.at };
}

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
  return JSON.stringify({ sessions: sessions.map((one) => [one.id, one.opened]), plans: plans.map((one) => one.id) });
}

export function toBuiltBefore(text: string | null): BuiltBefore {
  const { sessions, plans } = JSON.parse(text ?? '{"sessions":[],"plans":[]}') as {
    readonly sessions: readonly (readonly [SessionId, boolean])[];
    readonly plans: readonly PlanId[];
  };
  return { sessions: new Map(sessions), plans: new Set(plans) };
}
