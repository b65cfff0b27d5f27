import { and, eq } from 'drizzle-orm';
import type { AuditChain, AuditHead, AuditPlace } from '../../../domain/audit.ts';
import type { AuditCheck } from '../audit-store.ts';
import { countedHead } from './audit-rows.ts';
import { auditTable, committeeAuditTable } from './audit-schema.ts';
import { checkLog } from './check-log.ts';
import type { Database } from './connection.ts';
import { connectTo } from './database.ts';
import { inOneMoment } from './one-moment.ts';

/** The audit log of a PostgreSQL database as it is at one moment, beside running services; nothing is written. */
export interface AuditMoment {
  check(): Promise<AuditCheck>;
  hashOf(place: AuditPlace): Promise<string | undefined>;
  /** Where the chain ends as it was counted. */
  headOf(chain: AuditChain): Promise<AuditHead | undefined>;
}

export async function withAuditMoment<Value>(url: string, read: (log: AuditMoment) => Promise<Value>): Promise<Value> {
  const { database, close } = connectTo(url, 1);
  try {
    return await inOneMoment(database, (moment) =>
      read({
        check: () => checkLog(moment),
        hashOf: (place) => hashOf(moment, place),
        headOf: (chain) => countedHead(moment, chain),
      }),
    );
  } finally {
    await close();
  }
}

async function hashOf(moment: Database, { chain, number }: AuditPlace): Promise<string | undefined> {
  if (chain === null) {
    const { hash } = auditTable;
    return (await moment.select({ hash }).from(auditTable).where(eq(auditTable.number, number)))[0]?.hash;
  }
  const { committeeId, hash } = committeeAuditTable;
  const one = and(eq(committeeId, chain), eq(committeeAuditTable.number, number));
  return (await moment.select({ hash }).from(committeeAuditTable).where(one))[0]?.hash;
}
