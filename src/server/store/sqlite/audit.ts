import { and, asc, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { AccountId } from '../../../domain/account/account.ts';
import type { AuditEntry } from '../../../domain/audit.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { PlanId } from '../../../domain/plan/plan-id.ts';
import type { PersonId } from '../../../domain/roster/person.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { beginning, chainChecker, cutAt } from '../audit-chain.ts';
import type { AuditCheck, AuditScope, AuditStore } from '../audit-store.ts';
import { appendNote, countedHead, lastEntry } from './audit-rows.ts';
import { auditTable } from './audit-schema.ts';
import type { Database } from './connection.ts';
import { written } from './outcome.ts';
import type { Atomically } from './steps.ts';

/** Entries read at once while the chain is checked. */
const chunk = 5000;

export function sqliteAudit(database: Database, atomically: Atomically): AuditStore {
  return {
    append: async (note) => atomically((transaction) => written(appendNote(transaction, note, null))),
    list: async (scope, { before, limit }) => {
      const { number } = auditTable;
      const earlier = alias(auditTable, 'earlier');
      return database
        .select({ entry: auditTable, previous: earlier.hash })
        .from(auditTable)
        .leftJoin(earlier, sql`${earlier.number} = ${number} - 1`)
        .where(and(inScope(scope), before === null ? undefined : lt(number, before)))
        .orderBy(desc(number))
        .limit(limit)
        .all()
        .map(({ entry, previous }) => ({ ...toEntry(entry), previous: previous ?? beginning.hash }));
    },
    head: async () => countedHead(database) ?? null,
    check: async () => checkLog(database),
  };
}

/** Whether the chain holds from the first entry to the one that was counted last. */
export function checkLog(database: Database): AuditCheck {
  const head = countedHead(database) ?? null;
  const chain = checkChain(database);
  return { ...chain, head, brokenAt: chain.brokenAt ?? cutAt(lastEntry(database), head ?? undefined) };
}

function inScope(scope: AuditScope) {
  if (scope.kind === 'administration') return isNull(auditTable.sessionId);
  const own = inArray(auditTable.aboutAccountId, [...scope.accountIds]);
  return or(eq(auditTable.committeeId, scope.committeeId), and(isNull(auditTable.committeeId), own));
}

function checkChain(database: Database): Omit<AuditCheck, 'head'> {
  const follows = chainChecker();
  let count = 0;
  for (let last = -1; ; ) {
    const rows = database
      .select()
      .from(auditTable)
      .where(gt(auditTable.number, last))
      .orderBy(asc(auditTable.number))
      .limit(chunk)
      .all();
    const broken = rows.find((row) => !follows(toEntry(row)));
    if (broken !== undefined) return { count: count + rows.indexOf(broken), brokenAt: broken.number };
    count += rows.length;
    last = rows.at(-1)?.number ?? last;
    if (rows.length < chunk) return { count, brokenAt: null };
  }
}

function toEntry(row: typeof auditTable.$inferSelect): AuditEntry {
  return {
    ...row,
    accountId: row.accountId as AccountId | null,
    committeeId: row.committeeId as CommitteeId | null,
    sessionId: row.sessionId as SessionId | null,
    aboutAccountId: row.aboutAccountId as AccountId | null,
    planId: row.planId as PlanId | null,
    personId: row.personId as PersonId | null,
  };
}
