import { desc, eq } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { AuditChain, AuditHead, AuditNote } from '../../../domain/audit.ts';
import { chainOf, nextEntry } from '../audit-chain.ts';
import { auditHeadTable, auditTable, committeeAuditHeadTable, committeeAuditTable } from './audit-schema.ts';

/** The one row of `audit_head`. */
const only = 1;

/**
 * Only inside a transaction: between reading where the chain ends and writing on nobody else may write. It goes on from
 * what was counted, so that entries cut off while the service runs leave a gap for good.
 * @param seal of the session that the note is about, as the same transaction leaves it
 * @returns the number of the entry in its chain
 */
export function appendNote(transaction: BetterSQLite3Database, note: AuditNote, seal: string | null): number {
  const chain = chainOf(note);
  const { chain: _, ...entry } = nextEntry(chain, end(transaction, chain), note, seal);
  const { number, hash } = entry;
  if (chain === null) {
    transaction.insert(auditTable).values(entry).run();
    transaction
      .insert(auditHeadTable)
      .values({ id: only, number, hash })
      .onConflictDoUpdate({ target: auditHeadTable.id, set: { number, hash } })
      .run();
  } else {
    transaction
      .insert(committeeAuditTable)
      .values({ ...entry, committeeId: chain })
      .run();
    transaction
      .insert(committeeAuditHeadTable)
      .values({ committeeId: chain, number, hash })
      .onConflictDoUpdate({ target: committeeAuditHeadTable.committeeId, set: { number, hash } })
      .run();
  }
  return number;
}

function end(transaction: BetterSQLite3Database, chain: AuditChain): AuditHead | undefined {
  const [counted, last] = [countedHead(transaction, chain), lastEntry(transaction, chain)];
  return (counted?.number ?? 0) < (last?.number ?? 0) ? last : counted;
}

/** Where the chain ends as it was counted, entry by entry. */
export function countedHead(database: BetterSQLite3Database, chain: AuditChain): AuditHead | undefined {
  if (chain === null) {
    const { id, number, hash } = auditHeadTable;
    return database.select({ number, hash }).from(auditHeadTable).where(eq(id, only)).all()[0];
  }
  const { committeeId, number, hash } = committeeAuditHeadTable;
  return database.select({ number, hash }).from(committeeAuditHeadTable).where(eq(committeeId, chain)).all()[0];
}

/** Where the entries that are there end. */
export function lastEntry(database: BetterSQLite3Database, chain: AuditChain): AuditHead | undefined {
  if (chain === null) {
    const { number, hash } = auditTable;
    return database.select({ number, hash }).from(auditTable).orderBy(desc(number)).limit(1).all()[0];
  }
  const { committeeId, number, hash } = committeeAuditTable;
  const own = eq(committeeId, chain);
  return database.select({ number, hash }).from(committeeAuditTable).where(own).orderBy(desc(number)).limit(1).all()[0];
}
