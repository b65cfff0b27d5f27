import type { AuditEntry, AuditHead } from '../../../domain/audit.ts';
import { beginning, chainChecker, nextEntry } from '../audit-chain.ts';
import type { AuditScope, AuditStore } from '../audit-store.ts';

/** Has no transactions: notes are appended after the changes they are about. */
export function memoryAudit(): AuditStore {
  const entries: AuditEntry[] = [];
  return {
    append: async (note) => {
      entries.push(nextEntry(entries.at(-1), note, null));
    },
    list: async (scope, { before, limit }) =>
      entries
        .filter((entry) => (before === null || entry.number < before) && isWithin(scope, entry))
        .reverse()
        .slice(0, limit)
        .map((entry) => ({ ...entry, previous: entries[entry.number - 2]?.hash ?? beginning.hash })),
    head: async () => headOf(entries),
    check: async () => {
      const follows = chainChecker();
      const brokenAt = entries.find((entry) => !follows(entry))?.number ?? null;
      return { count: entries.length, brokenAt, head: headOf(entries) };
    },
  };
}

function headOf(entries: readonly AuditEntry[]): AuditHead | null {
  const last = entries.at(-1);
  return last ? { number: last.number, hash: last.hash } : null;
}

function isWithin(scope: AuditScope, { committeeId, sessionId, aboutAccountId }: AuditEntry): boolean {
  if (scope.kind === 'administration') return sessionId === null;
  if (committeeId !== null) return committeeId === scope.committeeId;
  return aboutAccountId !== null && scope.accountIds.includes(aboutAccountId);
}
