import { and, asc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
import type { AuditEntry, AuditPlace, HeadOfChain } from '../../../domain/audit.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import { chainChecker, cutAt, digestOf, placeIn } from '../audit-chain.ts';
import type { AuditCheck } from '../audit-store.ts';
import { toEntry } from '../audit-values.ts';
import { countedHead, lastEntry } from './audit-rows.ts';
import { auditDigestTable, auditTable, committeeAuditHeadTable, committeeAuditTable } from './audit-schema.ts';
import type { Database } from './connection.ts';

/** Entries read at once. */
const chunk = 5000;

/**
 * Whether every chain holds from its first entry to the one that was counted last, and is what the service's chain says
 * of it: a chain that was cut off with its count, or left out whole, is missing there.
 */
export function checkLog(database: Database): AuditCheck {
  const head = countedHead(database, null) ?? null;
  const service = checkServiceChain(database);
  const committees = checkCommitteeChains(database);
  const brokenAt =
    placeIn(null, service.brokenAt ?? cutAt(lastEntry(database, null), head ?? undefined)) ??
    committees.brokenAt ??
    uncountedChain(database) ??
    placeIn(null, falseDigest(database)) ??
    leftOut(database);
  return { count: service.count + committees.count, brokenAt, head };
}

function checkServiceChain(database: Database): { readonly count: number; readonly brokenAt: number | null } {
  const follows = chainChecker();
  let count = 0;
  for (let last = -1; ; ) {
    const after = gt(auditTable.number, last);
    const rows = database.select().from(auditTable).where(after).orderBy(asc(auditTable.number)).limit(chunk).all();
    const broken = rows.find((row) => !follows(toEntry(null, row)));
    if (broken !== undefined) return { count: count + rows.indexOf(broken), brokenAt: broken.number };
    count += rows.length;
    last = rows.at(-1)?.number ?? last;
    if (rows.length < chunk) return { count, brokenAt: null };
  }
}

/** Committee by committee, in order of their ids. */
function checkCommitteeChains(database: Database): Pick<AuditCheck, 'count' | 'brokenAt'> {
  const { committeeId, number } = committeeAuditTable;
  let follows = chainChecker();
  let count = 0;
  let last: AuditEntry | undefined;
  for (;;) {
    const after = last === undefined ? undefined : sql`(${committeeId}, ${number}) > (${last.chain}, ${last.number})`;
    const rows = database
      .select()
      .from(committeeAuditTable)
      .where(after)
      .orderBy(committeeId, number)
      .limit(chunk)
      .all();
    for (const row of rows) {
      const entry = toEntry(row.committeeId as CommitteeId, row);
      if (entry.chain !== last?.chain) follows = chainChecker();
      if (!follows(entry)) return { count, brokenAt: { chain: entry.chain, number: entry.number } };
      last = entry;
      count += 1;
    }
    if (rows.length < chunk) return { count, brokenAt: null };
  }
}

/** Where a committee's chain ends elsewhere than it was counted. */
function uncountedChain(database: Database): AuditPlace | undefined {
  const { committeeId } = committeeAuditHeadTable;
  const counted = database.select({ chain: committeeId }).from(committeeAuditHeadTable).all();
  const present = database.selectDistinct({ chain: committeeAuditTable.committeeId }).from(committeeAuditTable).all();
  for (const chain of new Set([...counted, ...present].map((row) => row.chain as CommitteeId))) {
    const number = cutAt(lastEntry(database, chain), countedHead(database, chain));
    if (number !== null) return { chain, number };
  }
  return undefined;
}

/** Number of the first `logDigest` that is not what it stands for, or of which nothing is kept. */
function falseDigest(database: Database): number | undefined {
  const { number, seal, event } = auditTable;
  const entries = database
    .select({ number, seal })
    .from(auditTable)
    .where(eq(event, 'logDigest'))
    .orderBy(number)
    .all();
  let before: string | undefined;
  for (const entry of entries) {
    const expected = digestOf(before, headsOf(database, entry.number));
    if (entry.seal !== expected) return entry.number;
    before = expected;
  }
  return undefined;
}

function headsOf(database: Database, entry: number): HeadOfChain[] {
  const { committeeId, number, hash, digest } = auditDigestTable;
  const rows = database
    .select({ chain: committeeId, number, hash })
    .from(auditDigestTable)
    .where(eq(digest, entry))
    .all();
  return rows.map((row) => ({ ...row, chain: row.chain as CommitteeId }));
}

/** An end of a chain that a digest names and that is not there, or that stands under no digest. */
function leftOut(database: Database): AuditPlace | null {
  const { committeeId, number, hash, digest } = auditDigestTable;
  const [row] = database
    .select({ chain: committeeId, number })
    .from(auditDigestTable)
    .leftJoin(
      committeeAuditTable,
      and(eq(committeeAuditTable.committeeId, committeeId), eq(committeeAuditTable.number, number)),
    )
    .leftJoin(auditTable, and(eq(auditTable.number, digest), eq(auditTable.event, 'logDigest')))
    .where(or(isNull(committeeAuditTable.hash), ne(committeeAuditTable.hash, hash), isNull(auditTable.number)))
    .orderBy(committeeId, number)
    .limit(1)
    .all();
  return row === undefined ? null : { chain: row.chain as CommitteeId, number: row.number };
}
