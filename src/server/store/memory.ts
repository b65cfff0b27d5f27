import { memoryAccounts } from './memory/accounts.ts';
import { memoryTies } from './memory/ties.ts';
import type { Store } from './store.ts';

/** A store that ends with the process: for tests, and the yardstick for every other store. */
export function memoryStore(): Store {
  return { accounts: memoryAccounts(), ties: memoryTies(), close: async () => {} };
}
