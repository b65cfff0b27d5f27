import { memoryAccounts } from './memory/accounts.ts';
import { memoryAudit } from './memory/audit.ts';
import { memoryCommittees } from './memory/committees.ts';
import { memoryDocuments } from './memory/documents.ts';
import { memoryHalfTerm } from './memory/half-term.ts';
import { memoryPlans } from './memory/plans.ts';
import { memoryReminders } from './memory/reminders.ts';
import { memorySessions } from './memory/sessions.ts';
import { memorySummoned } from './memory/summoned.ts';
import { memoryTies } from './memory/ties.ts';
import type { Store } from './store.ts';

/** A store that ends with the process: for tests, and the yardstick for every other store. */
export function memoryStore(): Store {
  const committees = memoryCommittees();
  const sessions = memorySessions();
  return {
    ...{ ...memoryAccounts(), audit: memoryAudit(), committees, sessions, plans: memoryPlans() },
    reminders: memoryReminders(),
    summoned: memorySummoned(),
    halfTerm: memoryHalfTerm(),
    documents: memoryDocuments(),
    ties: memoryTies(committees, sessions),
    folder: null,
    close: async () => {},
  };
}
