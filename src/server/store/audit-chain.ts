import { createHash } from 'node:crypto';
import type { AuditEntry, AuditHead, AuditNote, LinkedEntry } from '../../domain/audit.ts';

/** Before the first entry. */
export const beginning = { number: 0, hash: '0'.repeat(64) };

/** The note as the entry after `last`, with what it seals. */
export function nextEntry(last: AuditHead | undefined, note: AuditNote, seal: string | null): AuditEntry {
  const before = last ?? beginning;
  const numbered = { ...note, number: before.number + 1, seal };
  return { ...numbered, hash: hashOf(before.hash, numbered) };
}

/** Whether the entry is the one that its hash stands for, after the one that `previous` stands for. */
export function isLinked(entry: LinkedEntry): boolean {
  return entry.hash === hashOf(entry.previous, entry);
}

/**
 * Number of the first entry that is missing at the end of a log whose chain holds up to `last`: fewer or more than the
 * service counted. Null when it ends where it should.
 */
export function cutAt(last: AuditHead | undefined, counted: AuditHead | undefined): number | null {
  const [found, known] = [last ?? beginning, counted ?? beginning];
  if (found.number !== known.number) return Math.min(found.number, known.number) + 1;
  return found.hash === known.hash ? null : found.number;
}

/** Says for entries in order, one by one, whether each follows from the one before it. */
export function chainChecker(): (entry: AuditEntry) => boolean {
  let last: AuditHead = beginning;
  return (entry) => {
    const isNext = entry.number === last.number + 1 && entry.hash === hashOf(last.hash, entry);
    last = entry;
    return isNext;
  };
}

/**
 * The fields in a fixed order under the name of what is hashed, so that it stands for nothing else. An entry without a
 * seal is hashed as all were before there were seals, one without a plan, a person and a role as before there were any:
 * an older log stays the beginning of this one.
 */
function hashOf(before: string, entry: Omit<AuditEntry, 'hash'>): string {
  const { number, at, event, accountId, committeeId, sessionId, aboutAccountId, planId, personId, role } = entry;
  const first = [before, number, at, event, accountId, committeeId, sessionId, aboutAccountId];
  const since = [planId, personId, role];
  const hasMore = since.some((field) => field !== null);
  const [version, fields] =
    entry.seal !== null ? [3, [...first, ...since, entry.seal]] : hasMore ? [2, [...first, ...since]] : [1, first];
  return createHash('sha256')
    .update(`phieu audit entry ${version}|${JSON.stringify(fields)}`)
    .digest('hex');
}
