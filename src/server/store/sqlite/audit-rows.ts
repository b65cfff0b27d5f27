import { desc, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { AuditNote } from '../../../domain/audit.ts';
import { nextEntry } from '../audit-chain.ts';
import { auditTable } from './audit-schema.ts';

/** Only inside a transaction: between reading the last entry and writing the next nobody else may write. */
export function appendNote(transaction: BetterSQLite3Database, note: AuditNote): void {
  const { number, hash } = auditTable;
  const [last] = transaction.select({ number, hash }).from(auditTable).orderBy(desc(number)).limit(1).all();
  transaction.insert(auditTable).values(nextEntry(last, note)).run();
}

/** Rows that this connection has changed so far, ever. */
export function totalChanges(transaction: BetterSQLite3Database): number {
  return transaction.get<{ changes: number }>(sql`select total_changes() as changes`).changes;
}
