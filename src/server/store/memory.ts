import { memoryAccounts } from './memory/accounts.ts';
import { memoryCommittees } from './memory/committees.ts';
import { memoryTies } from './memory/ties.ts';
import type { Store } from './store.ts';

/** A store that ends with the process: for tests, and the yardstick for every other store. */
export function memoryStore(): Store {
  const committees = memoryCommittees();
  return { accounts: memoryAccounts(), committees, ties: memoryTies(committees), close: async () => {} };
}
