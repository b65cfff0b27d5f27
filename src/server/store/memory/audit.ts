import type { AuditEntry } from '../../../domain/audit.ts';
import { chainChecker, nextEntry } from '../audit-chain.ts';
import type { AuditScope, AuditStore } from '../audit-store.ts';

/** Has no transactions: notes are appended after the changes they are about. */
export function memoryAudit(): AuditStore {
  const entries: AuditEntry[] = [];
  return {
    append: async (note) => {
      entries.push(nextEntry(entries.at(-1), note));
    },
    list: async (scope, { before, limit }) =>
      entries
        .filter((entry) => (before === null || entry.number < before) && isWithin(scope, entry))
        .reverse()
        .slice(0, limit),
    check: async () => {
      const follows = chainChecker();
      return { count: entries.length, brokenAt: entries.find((entry) => !follows(entry))?.number ?? null };
    },
  };
}

function isWithin(scope: AuditScope, { committeeId, sessionId, aboutAccountId }: AuditEntry): boolean {
  if (scope.kind === 'administration') return sessionId === null;
  if (committeeId !== null) return committeeId === scope.committeeId;
  return aboutAccountId !== null && scope.accountIds.includes(aboutAccountId);
}
