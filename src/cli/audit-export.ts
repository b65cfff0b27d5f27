import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { accountId } from '../domain/account/account.ts';
import { type AuditChain, type AuditHead, type AuditPlace, auditRoles, type LinkedEntry } from '../domain/audit.ts';
import { committeeId } from '../domain/committee/committee.ts';
import { planId } from '../domain/plan/plan-id.ts';
import { personId } from '../domain/roster/person.ts';
import { sessionId } from '../domain/session/session.ts';
import { auditColumns } from '../print/audit-table.ts';
import { isLinked } from '../server/store/audit-chain.ts';

/** A log as it was exported: of one committee, or of the administration; never whole. */
export interface AuditExport {
  /** Newest first. */
  readonly entries: readonly LinkedEntry[];
  /** Where the service's chain ended then, and of a committee's log the committee's. */
  readonly heads: readonly (AuditHead & AuditPlace)[];
}

const none = z.literal('').transform(() => null);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const number = z.string().regex(/^\d+$/).transform(Number);
const chain = none.or(committeeId).default(null);
const headRow = z.object({ chain, number, hash, event: z.literal('logEnd') });
const entryRow = z.object({
  chain,
  number,
  hash,
  previous: hash,
  at: z.string(),
  event: z.string(),
  accountId: none.or(accountId),
  committeeId: none.or(committeeId),
  sessionId: none.or(sessionId),
  aboutAccountId: none.or(accountId),
  planId: none.or(planId).default(null),
  personId: none.or(personId).default(null),
  role: none.or(z.enum(auditRoles)).default(null),
  seal: none.or(hash).default(null),
});

/** Of exports from before the log named plans, people and roles: whoever kept one can still check against it. */
const firstColumns = [
  ...['number', 'at', 'event', 'accountId', 'by', 'committeeId', 'sessionId', 'aboutAccountId', 'about'],
  ...['previous', 'hash', 'vi', 'en'],
];

/** Of exports from when there was one chain. */
const columnsOfOneChain = auditColumns.filter((column) => column !== 'chain');

/** Of exports from before names were called as the API calls them, and of those from before the log carried seals. */
const columnsOfBefore = [
  ...['number', 'at', 'vi', 'en', 'by', 'byPerson', 'committee', 'plan', 'session', 'about', 'aboutPerson'],
  ...['event', 'accountId', 'committeeId', 'sessionId', 'aboutAccountId', 'planId', 'personId', 'role'],
  ...['seal', 'previous', 'hash'],
];
const columnsWithoutSeal = columnsOfBefore.filter((column) => column !== 'seal');

/** Undefined for what is no export of this service. */
export function readAuditExport(text: string): AuditExport | undefined {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, relax_column_count: true });
  } catch {
    return undefined;
  }
  const [header = [], ...lines] = rows;
  if (
    ![auditColumns, columnsOfOneChain, columnsOfBefore, columnsWithoutSeal, firstColumns].some(
      (columns) => columns.join() === header.join(),
    )
  )
    return undefined;
  const found = lines.map((line) => Object.fromEntries(header.map((column, at) => [column, line[at]])));
  const isHead = (row: (typeof found)[number]) => row['event'] === 'logEnd';
  const heads = z.array(headRow).min(1).safeParse(found.filter(isHead));
  const entries = z.array(entryRow).safeParse(found.filter((row) => !isHead(row)));
  return heads.success && entries.success ? { entries: entries.data, heads: heads.data } : undefined;
}

/**
 * The first entry of each chain in turn, from the oldest on, that is not what its hash stands for or does not follow;
 * null when all do.
 */
export function firstBroken({ entries, heads }: AuditExport): AuditPlace | null {
  for (const chain of new Set(entries.map((entry) => entry.chain))) {
    const own = entries.filter((entry) => entry.chain === chain).sort((one, other) => one.number - other.number);
    const number = firstBrokenOf(own, headOf(heads, chain));
    if (number !== null) return { chain, number };
  }
  return null;
}

export function headOf(heads: AuditExport['heads'], chain: AuditChain): AuditHead | undefined {
  return heads.find((head) => head.chain === chain);
}

function firstBrokenOf(oldestFirst: readonly LinkedEntry[], head: AuditHead | undefined): number | null {
  const broken = oldestFirst.find((entry, at) => {
    const before = oldestFirst[at - 1];
    if (!isLinked(entry)) return true;
    if (before === undefined) return false;
    return entry.number <= before.number || (entry.number === before.number + 1 && entry.previous !== before.hash);
  });
  if (broken) return broken.number;
  const last = oldestFirst.at(-1);
  if (head === undefined || last === undefined || last.number < head.number) return null;
  return last.number === head.number && last.hash === head.hash ? null : last.number;
}
