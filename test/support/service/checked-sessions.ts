import { checkChain } from '../../../src/server/record/check-chain.ts';
import { sessionChecks } from '../../../src/server/record/session-checks.ts';
import type { LockedSession } from '../../../src/server/store/session-locks.ts';
import type { Store } from '../../../src/server/store/store.ts';

/** Checks every session as a start does, on this thread; what is locked then. */
export async function checkedAll(store: Store): Promise<readonly LockedSession[]> {
  const checks = sessionChecks(store, (record) => checkChain(store.sessions, record));
  await checks.running();
  await checks.others();
  return store.locks.list();
}
