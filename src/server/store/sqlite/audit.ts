import { and, asc, desc, eq, inArray, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { LinkedEntry } from '../../../domain/audit.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import { beginning } from '../audit-chain.ts';
import { type AuditPage, type AuditScope, type AuditStore, newestFirst } from '../audit-store.ts';
import { toEntry } from '../audit-values.ts';
import { written } from '../outcome.ts';
import { appendDigest } from './audit-digests.ts';
import { appendNote, countedHead } from './audit-rows.ts';
import { auditTable, committeeAuditTable } from './audit-schema.ts';
import { checkLog } from './check-log.ts';
import type { Database } from './connection.ts';
import type { Atomically } from './steps.ts';

export function sqliteAudit(database: Database, atomically: Atomically): AuditStore {
  return {
    append: async (note) =>
      atomically((transaction) => {
        appendNote(transaction, note, null);
        return written(undefined);
      }),
    list: async (scope, page) =>
      [...serviceEntries(database, scope, page), ...committeeEntries(database, scope, page)]
        .sort(newestFirst)
        .slice(0, page.limit),
    head: async (chain = null) => countedHead(database, chain) ?? null,
    digest: async (at) => atomically((transaction) => appendDigest(transaction, at)),
    check: async () => checkLog(database),
  };
}

function serviceEntries(database: Database, scope: AuditScope, page: AuditPage): LinkedEntry[] {
  const { number, at } = auditTable;
  const earlier = alias(auditTable, 'earlier');
  return database
    .select({ entry: auditTable, previous: earlier.hash })
    .from(auditTable)
    .leftJoin(earlier, sql`${earlier.number} = ${number} - 1`)
    .where(and(inScope(scope), after(page, { at, number, chain: sql`''` })))
    .orderBy(desc(at), desc(number))
    .limit(page.limit)
    .all()
    .map(({ entry, previous }) => ({ ...toEntry(null, entry), previous: previous ?? beginning.hash }));
}

function committeeEntries(database: Database, scope: AuditScope, page: AuditPage): LinkedEntry[] {
  const { number, at, committeeId, sessionId } = committeeAuditTable;
  const earlier = alias(committeeAuditTable, 'earlier');
  return database
    .select({ entry: committeeAuditTable, previous: earlier.hash })
    .from(committeeAuditTable)
    .leftJoin(earlier, and(eq(earlier.committeeId, committeeId), sql`${earlier.number} = ${number} - 1`))
    .where(
      and(
        scope.kind === 'administration' ? isNull(sessionId) : eq(committeeId, scope.committeeId),
        after(page, { at, number, chain: sql`${committeeId}` }),
      ),
    )
    .orderBy(desc(at), asc(committeeId), desc(number))
    .limit(page.limit)
    .all()
    .map(({ entry, previous }) => ({
      ...toEntry(entry.committeeId as CommitteeId, entry),
      previous: previous ?? beginning.hash,
    }));
}

interface Columns {
  readonly at: SQLWrapper;
  readonly number: SQLWrapper;
  readonly chain: SQL;
}

/** Behind the last one that was shown, in the order of `newestFirst`. */
function after({ after: last }: AuditPage, { at, number, chain }: Columns): SQL | undefined {
  if (last === null) return undefined;
  const own = last.chain ?? '';
  return sql`(${at} < ${last.at} OR (${at} = ${last.at} AND (${chain} > ${own} OR (${chain} = ${own} AND ${number} < ${last.number}))))`;
}

function inScope(scope: AuditScope) {
  if (scope.kind === 'administration') return isNull(auditTable.sessionId);
  const own = inArray(auditTable.aboutAccountId, [...scope.accountIds]);
  return or(eq(auditTable.committeeId, scope.committeeId), and(isNull(auditTable.committeeId), own));
}
