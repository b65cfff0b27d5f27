import { memoryAccounts } from './memory/accounts.ts';
import { memoryAudit } from './memory/audit.ts';
import { memoryCommittees } from './memory/committees.ts';
import { memoryDocuments } from './memory/documents.ts';
import { memoryHalfTerm } from './memory/half-term.ts';
import { emptyData, memoryImports } from './memory/imports.ts';
import { memoryPlans } from './memory/plans.ts';
import { memoryReminders } from './memory/reminders.ts';
import { memorySessions } from './memory/sessions.ts';
import { memorySummoned } from './memory/summoned.ts';
import { memoryTies } from './memory/ties.ts';
import { sessionLocks } from './session-locks.ts';
import type { Store } from './store.ts';

/** A store that ends with the process: for tests, and the yardstick for every other store. */
export function memoryStore(): Store {
  const data = emptyData();
  const { imports, keepImport } = memoryImports(data);
  const committees = memoryCommittees(data, keepImport);
  const locks = sessionLocks();
  const sessions = memorySessions(data, locks);
  return {
    ...{
      ...memoryAccounts(data, committees),
      audit: memoryAudit(),
      committees,
      sessions,
      imports,
    },
    plans: memoryPlans(data),
    reminders: memoryReminders(),
    summoned: memorySummoned(data, keepImport),
    halfTerm: memoryHalfTerm(data),
    documents: memoryDocuments(data),
    ties: memoryTies(committees, data.sessions),
    locks,
    health: { trouble: () => null, answer: async () => {} },
    folder: null,
    close: async () => {},
  };
}
