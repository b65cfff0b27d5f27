import { AsyncLocalStorage } from 'node:async_hooks';
import type { AccountId } from '../../domain/account/account.ts';

const accounts = new AsyncLocalStorage<AccountId | undefined>();

/** Does something for an account: jobs that are begun meanwhile count as its. */
export function onBehalfOf<Value>(account: AccountId | undefined, act: () => Value): Value {
  return accounts.run(account, act);
}

/** For whom jobs are begun now; undefined for strangers and for the service itself. */
export function jobsAccount(): AccountId | undefined {
  return accounts.getStore();
}
