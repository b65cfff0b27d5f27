import { desc, eq } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { AuditHead, AuditNote } from '../../../domain/audit.ts';
import { nextEntry } from '../audit-chain.ts';
import { auditHeadTable, auditTable } from './audit-schema.ts';

/** The one row of `audit_head`. */
const only = 1;

/**
 * Only inside a transaction: between reading where the log ends and writing on nobody else may write. It goes on from
 * what was counted, so that entries cut off while the service runs leave a gap for good.
 * @param seal of the session that the note is about, as the same transaction leaves it
 */
export function appendNote(transaction: BetterSQLite3Database, note: AuditNote, seal: string | null): void {
  const entry = nextEntry(end(transaction), note, seal);
  transaction.insert(auditTable).values(entry).run();
  const { number, hash } = entry;
  transaction
    .insert(auditHeadTable)
    .values({ id: only, number, hash })
    .onConflictDoUpdate({ target: auditHeadTable.id, set: { number, hash } })
    .run();
}

function end(transaction: BetterSQLite3Database): AuditHead | undefined {
  const [counted, last] = [countedHead(transaction), lastEntry(transaction)];
  return (counted?.number ?? 0) < (last?.number ?? 0) ? last : counted;
}

/** Where the log ends as it was counted, entry by entry. */
export function countedHead(database: BetterSQLite3Database): AuditHead | undefined {
  const { id, number, hash } = auditHeadTable;
  return database.select({ number, hash }).from(auditHeadTable).where(eq(id, only)).all()[0];
}

/** Where the entries that are there end. */
export function lastEntry(database: BetterSQLite3Database): AuditHead | undefined {
  const { number, hash } = auditTable;
  return database.select({ number, hash }).from(auditTable).orderBy(desc(number)).limit(1).all()[0];
}
