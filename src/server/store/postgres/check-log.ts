import { and, asc, desc, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { AuditEntry, AuditPlace, HeadOfChain } from '../../../domain/audit.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import { chainChecker, cutAt, digestOf, placeIn } from '../audit-chain.ts';
import type { AuditCheck } from '../audit-store.ts';
import { toEntry } from '../audit-values.ts';
import { countedHead, lastEntry } from './audit-rows.ts';
import { auditDigestTable, auditTable, committeeAuditHeadTable, committeeAuditTable } from './audit-schema.ts';
import type { Database } from './connection.ts';

/** Entries read at once, and digests with all that they stand for. */
const chunk = { entries: 5000, digests: 100 };

/**
 * Whether every chain holds from its first entry to the one that was counted last, and is what the service's chain says
 * of it: a chain that was cut off with its count, or left out whole, is missing there.
 * @param moment in which all of it is read
 */
export async function checkLog(moment: Database): Promise<AuditCheck> {
  const head = (await countedHead(moment, null)) ?? null;
  const service = await checkServiceChain(moment);
  const committees = await checkCommitteeChains(moment);
  const brokenAt =
    placeIn(null, service.brokenAt ?? cutAt(await lastEntry(moment, null), head ?? undefined)) ??
    committees.brokenAt ??
    (await uncountedChain(moment)) ??
    placeIn(null, await falseDigest(moment)) ??
    (await leftOut(moment));
  return { count: service.count + committees.count, brokenAt, head };
}

async function checkServiceChain(moment: Database) {
  const follows = chainChecker();
  let count = 0;
  for (let last = -1; ; ) {
    const rows = await moment
      .select()
      .from(auditTable)
      .where(gt(auditTable.number, last))
      .orderBy(asc(auditTable.number))
      .limit(chunk.entries);
    const broken = rows.find((row) => !follows(toEntry(null, row)));
    if (broken !== undefined) return { count: count + rows.indexOf(broken), brokenAt: broken.number };
    count += rows.length;
    last = rows.at(-1)?.number ?? last;
    if (rows.length < chunk.entries) return { count, brokenAt: null };
  }
}

/** Committee by committee, in order of their ids. */
async function checkCommitteeChains(moment: Database): Promise<Pick<AuditCheck, 'count' | 'brokenAt'>> {
  const { committeeId, number } = committeeAuditTable;
  let follows = chainChecker();
  let count = 0;
  let last: AuditEntry | undefined;
  for (;;) {
    const after = last && sql`(${committeeId}, ${number}) > (${last.chain}, ${last.number})`;
    const rows = await moment
      .select()
      .from(committeeAuditTable)
      .where(after)
      .orderBy(committeeId, number)
      .limit(chunk.entries);
    for (const row of rows) {
      const entry = toEntry(row.committeeId as CommitteeId, row);
      if (entry.chain !== last?.chain) follows = chainChecker();
      if (!follows(entry)) return { count, brokenAt: { chain: entry.chain, number: entry.number } };
      last = entry;
      count += 1;
    }
    if (rows.length < chunk.entries) return { count, brokenAt: null };
  }
}

/** Where a committee's chain ends elsewhere than it was counted. */
async function uncountedChain(moment: Database): Promise<AuditPlace | undefined> {
  const counted = await moment.select().from(committeeAuditHeadTable);
  const { committeeId, number, hash } = committeeAuditTable;
  const present = await moment
    .selectDistinctOn([committeeId], { committeeId, number, hash })
    .from(committeeAuditTable)
    .orderBy(committeeId, desc(number));
  const [heads, ends] = [counted, present].map((rows) => new Map(rows.map((row) => [row.committeeId, row])));
  for (const chain of [...new Set([...counted, ...present].map((row) => row.committeeId))].sort()) {
    const cut = cutAt(ends?.get(chain), heads?.get(chain));
    if (cut !== null) return { chain: chain as CommitteeId, number: cut };
  }
  return undefined;
}

/** Number of the first `logDigest` that is not what it stands for, or of which nothing is kept. */
async function falseDigest(moment: Database): Promise<number | undefined> {
  const { number, seal, event } = auditTable;
  let before: string | undefined;
  for (let last = 0; ; ) {
    const entries = await moment
      .select({ number, seal })
      .from(auditTable)
      .where(and(eq(event, 'logDigest'), gt(number, last)))
      .orderBy(number)
      .limit(chunk.digests);
    const end = entries.at(-1)?.number;
    if (end === undefined) return undefined;
    const heads = await headsBetween(moment, last, end);
    for (const entry of entries) {
      const expected = digestOf(before, heads.get(entry.number) ?? []);
      if (entry.seal !== expected) return entry.number;
      before = expected;
    }
    last = end;
  }
}

/** What the digests after the one entry and up to the other stand for, by their entries' numbers. */
async function headsBetween(moment: Database, after: number, upTo: number) {
  const { committeeId, number, hash, digest } = auditDigestTable;
  const rows = await moment
    .select({ chain: committeeId, number, hash, digest })
    .from(auditDigestTable)
    .where(and(gt(digest, after), lte(digest, upTo)));
  const heads = Map.groupBy(rows, (row) => row.digest);
  return new Map<number, HeadOfChain[]>(
    [...heads].map(([entry, some]) => [entry, some.map((row) => ({ ...row, chain: row.chain as CommitteeId }))]),
  );
}

/** An end of a chain that a digest names and that is not there, or that stands under no digest. */
async function leftOut(moment: Database): Promise<AuditPlace | null> {
  const { committeeId, number, hash, digest } = auditDigestTable;
  const [row] = await moment
    .select({ chain: committeeId, number })
    .from(auditDigestTable)
    .leftJoin(
      committeeAuditTable,
      and(eq(committeeAuditTable.committeeId, committeeId), eq(committeeAuditTable.number, number)),
    )
    .leftJoin(auditTable, and(eq(auditTable.number, digest), eq(auditTable.event, 'logDigest')))
    .where(or(isNull(committeeAuditTable.hash), ne(committeeAuditTable.hash, hash), isNull(auditTable.number)))
    .orderBy(committeeId, number)
    .limit(1);
  return row === undefined ? null : { chain: row.chain as CommitteeId, number: row.number };
}
