import { and, desc, eq, isNull } from 'drizzle-orm';
import { noObject } from '../../../domain/audit.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import { digestOf } from '../audit-chain.ts';
import { type StepOutcome, unwritten, written } from '../outcome.ts';
import { appendNote } from './audit-rows.ts';
import { auditDigestTable, auditTable, committeeAuditHeadTable } from './audit-schema.ts';
import type { Database } from './connection.ts';

/** Puts the ends of the committees' chains that have grown since the last digest into the service's chain. */
export function appendDigest(transaction: Database, instant: string): StepOutcome<void> {
  const grown = grownHeads(transaction);
  if (grown.length === 0) return unwritten(undefined);
  const heads = grown.map((head) => ({ ...head, chain: head.chain as CommitteeId }));
  const note = { ...noObject, at: instant, event: 'logDigest', accountId: null };
  const digest = appendNote(transaction, note, digestOf(lastDigest(transaction), heads));
  for (const { chain, number, hash } of heads) {
    transaction.insert(auditDigestTable).values({ committeeId: chain, number, hash, digest }).run();
  }
  return written(undefined);
}

function grownHeads(database: Database) {
  const { committeeId, number, hash } = committeeAuditHeadTable;
  const same = and(eq(auditDigestTable.committeeId, committeeId), eq(auditDigestTable.number, number));
  return database
    .select({ chain: committeeId, number, hash })
    .from(committeeAuditHeadTable)
    .leftJoin(auditDigestTable, same)
    .where(isNull(auditDigestTable.number))
    .all();
}

function lastDigest(database: Database): string | undefined {
  const { number, seal, event } = auditTable;
  const [last] = database
    .select({ seal })
    .from(auditTable)
    .where(eq(event, 'logDigest'))
    .orderBy(desc(number))
    .limit(1)
    .all();
  return last?.seal ?? undefined;
}
