import { and, desc, eq, isNull } from 'drizzle-orm';
import { noObject } from '../../../domain/audit.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import { digestOf } from '../audit-chain.ts';
import { type StepOutcome, unwritten, written } from '../outcome.ts';
import { appendNote, lockServiceChain } from './audit-rows.ts';
import { auditDigestTable, auditTable, committeeAuditHeadTable } from './audit-schema.ts';
import type { Database } from './connection.ts';
import { rowsAtOnce } from './rows-at-once.ts';

/** Puts the ends of the committees' chains that have grown since the last digest into the service's chain. */
export async function appendDigest(transaction: Database, instant: string): Promise<StepOutcome<void>> {
  // Nobody waits where there is nothing to say.
  if ((await grownHeads(transaction)).length === 0) return unwritten(undefined);
  await lockServiceChain(transaction);
  const grown = await grownHeads(transaction);
  if (grown.length === 0) return unwritten(undefined);
  const heads = grown.map((head) => ({ ...head, chain: head.chain as CommitteeId }));
  const note = { ...noObject, at: instant, event: 'logDigest', accountId: null };
  const digest = await appendNote(transaction, note, digestOf(await lastDigest(transaction), heads));
  const rows = heads.map(({ chain, number, hash }) => ({ committeeId: chain, number, hash, digest }));
  for (const some of rowsAtOnce(rows)) await transaction.insert(auditDigestTable).values(some);
  return written(undefined);
}

async function grownHeads(transaction: Database) {
  const { committeeId, number, hash } = committeeAuditHeadTable;
  const same = and(eq(auditDigestTable.committeeId, committeeId), eq(auditDigestTable.number, number));
  return await transaction
    .select({ chain: committeeId, number, hash })
    .from(committeeAuditHeadTable)
    .leftJoin(auditDigestTable, same)
    .where(isNull(auditDigestTable.number));
}

async function lastDigest(transaction: Database): Promise<string | undefined> {
  const { number, seal, event } = auditTable;
  const [last] = await transaction
    .select({ seal })
    .from(auditTable)
    .where(eq(event, 'logDigest'))
    .orderBy(desc(number))
    .limit(1);
  return last?.seal ?? undefined;
}
