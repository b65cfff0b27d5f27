import { createHash } from 'node:crypto';
import type { AuditEntry, AuditNote } from '../../domain/audit.ts';

/** Before the first entry. */
const beginning = { number: 0, hash: '0'.repeat(64) };

/** The note as the entry after `last`. */
export function nextEntry(last: Pick<AuditEntry, 'number' | 'hash'> | undefined, note: AuditNote): AuditEntry {
  const before = last ?? beginning;
  const numbered = { ...note, number: before.number + 1 };
  return { ...numbered, hash: hashOf(before.hash, numbered) };
}

/** Says for entries in order, one by one, whether each follows from the one before it. */
export function chainChecker(): (entry: AuditEntry) => boolean {
  let last: Pick<AuditEntry, 'number' | 'hash'> = beginning;
  return (entry) => {
    const isNext = entry.number === last.number + 1 && entry.hash === hashOf(last.hash, entry);
    last = entry;
    return isNext;
  };
}

/** The fields in a fixed order under the name of what is hashed, so that it stands for nothing else. */
function hashOf(before: string, entry: AuditNote & { readonly number: number }): string {
  const { number, at, event, accountId, committeeId, sessionId, aboutAccountId } = entry;
  const fields = [before, number, at, event, accountId, committeeId, sessionId, aboutAccountId];
  return createHash('sha256')
    .update(`phieu audit entry 1|${JSON.stringify(fields)}`)
    .digest('hex');
}
