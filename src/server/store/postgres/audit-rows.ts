import { desc, eq } from 'drizzle-orm';
import type { AuditChain, AuditHead, AuditNote } from '../../../domain/audit.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { beginning, chainOf, nextEntry } from '../audit-chain.ts';
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
  const sorted = notes.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  for (const note of sorted) await appendNote(transaction, note, await sealOf(note.sessionId));
}

/** In the order in which locks are taken: committees by their ids, the service last. */
function placeOf(note: AuditNote): string {
  return chainOf(note) ?? '~';
}

/**
 * It goes on from what was counted, so that entries cut off while the service runs leave a gap for good.
 * @returns the number of the entry in its chain
 */
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

/**
 * Where the chain ends, until the transaction ends; makes its row where it has none, which others then wait for. Where
 * more entries are there than were counted, somebody took the count back: the entry after them shows it.
 */
async function lockedEnd(transaction: Database, chain: AuditChain): Promise<AuditHead | undefined> {
  const counted = (await lockHead(transaction, chain)) ?? (await beginChain(transaction, chain));
  const last = await lastEntry(transaction, chain);
  return (counted?.number ?? 0) < (last?.number ?? 0) ? last : counted;
}

async function beginChain(transaction: Database, chain: AuditChain): Promise<AuditHead | undefined> {
  const { number, hash } = beginning;
  if (chain === null) {
    await transaction.insert(auditHeadTable).values({ id: only, number, hash }).onConflictDoNothing();
  } else {
    await transaction
      .insert(committeeAuditHeadTable)
      .values({ committeeId: chain, number, hash })
      .onConflictDoNothing();
  }
  return await lockHead(transaction, chain);
}

/** The head of the service's chain, which the transaction has from now on; for whoever decides what to append to it. */
export async function lockServiceChain(transaction: Database): Promise<void> {
  await lockedEnd(transaction, null);
}

async function lockHead(transaction: Database, chain: AuditChain): Promise<AuditHead | undefined> {
  const [head] = await selectHead(transaction, chain).for('update');
  return head;
}

/** Where the chain ends as it was counted, entry by entry. */
export async function countedHead(database: Database, chain: AuditChain): Promise<AuditHead | undefined> {
  const [head] = await selectHead(database, chain);
  return head?.number === beginning.number ? undefined : head;
}

function selectHead(database: Database, chain: AuditChain) {
  if (chain === null) {
    const { id, number, hash } = auditHeadTable;
    return database.select({ number, hash }).from(auditHeadTable).where(eq(id, only)).$dynamic();
  }
  const { committeeId, number, hash } = committeeAuditHeadTable;
  return database.select({ number, hash }).from(committeeAuditHeadTable).where(eq(committeeId, chain)).$dynamic();
}

/** Where the entries that are there end. */
export async function lastEntry(database: Database, chain: AuditChain): Promise<AuditHead | undefined> {
  if (chain === null) {
    const { number, hash } = auditTable;
    const [last] = await database.select({ number, hash }).from(auditTable).orderBy(desc(number)).limit(1);
    return last;
  }
  const { committeeId, number, hash } = committeeAuditTable;
  const [last] = await database
    .select({ number, hash })
    .from(committeeAuditTable)
    .where(eq(committeeId, chain))
    .orderBy(desc(number))
    .limit(1);
  return last;
}
