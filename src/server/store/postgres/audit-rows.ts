import { eq } from 'drizzle-orm';
import type { AuditChain, AuditHead, AuditNote } from '../../../domain/audit.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { chainOf, nextEntry } from '../audit-chain.ts';
import { auditHeadTable, auditTable, committeeAuditHeadTable, committeeAuditTable } from './audit-schema.ts';
import type { Database } from './connection.ts';

/** The one row of `audit_head`. */
const only = 1;

/**
 * Keeps notes in their chains, each chain's head locked until the transaction ends; several chains in one order, so that
 * two transactions do not wait for each other.
 * @param sealOf of the session that a note is about, as the same transaction leaves it
 */
export async function appendNotes(
  transaction: Database,
  notes: readonly AuditNote[],
  sealOf: (id: SessionId | null) => Promise<string | null>,
): Promise<void> {
  const sorted = notes.toSorted((one, other) => ((chainOf(one) ?? '') < (chainOf(other) ?? '') ? -1 : 1));
  for (const note of sorted) await appendNote(transaction, note, await sealOf(note.sessionId));
}

/** @returns the number of the entry in its chain */
export async function appendNote(transaction: Database, note: AuditNote, seal: string | null): Promise<number> {
  const chain = chainOf(note);
  const { chain: _, ...entry } = nextEntry(chain, await lockedEnd(transaction, chain), note, seal);
  const { number, hash } = entry;
  if (chain === null) {
    await transaction.insert(auditTable).values(entry);
    await transaction.update(auditHeadTable).set({ number, hash }).where(eq(auditHeadTable.id, only));
  } else {
    const { committeeId } = committeeAuditHeadTable;
    await transaction.insert(committeeAuditTable).values({ ...entry, committeeId: chain });
    await transaction.update(committeeAuditHeadTable).set({ number, hash }).where(eq(committeeId, chain));
  }
  return number;
}

/** Where the chain ends as it was counted; makes its row where it has none, which others then wait for. */
async function lockedEnd(transaction: Database, chain: AuditChain): Promise<AuditHead | undefined> {
  const found = await lockHead(transaction, chain);
  if (found !== undefined) return found;
  const beforeFirst = { number: 0, hash: '0'.repeat(64) };
  if (chain === null) {
    await transaction
      .insert(auditHeadTable)
      .values({ id: only, ...beforeFirst })
      .onConflictDoNothing();
  } else {
    await transaction
      .insert(committeeAuditHeadTable)
      .values({ committeeId: chain, ...beforeFirst })
      .onConflictDoNothing();
  }
  return await lockHead(transaction, chain);
}

async function lockHead(transaction: Database, chain: AuditChain): Promise<AuditHead | undefined> {
  const { number, hash } = chain === null ? auditHeadTable : committeeAuditHeadTable;
  const [head] =
    chain === null
      ? await transaction.select({ number, hash }).from(auditHeadTable).where(eq(auditHeadTable.id, only)).for('update')
      : await transaction
          .select({ number, hash })
          .from(committeeAuditHeadTable)
          .where(eq(committeeAuditHeadTable.committeeId, chain))
          .for('update');
  return head;
}
