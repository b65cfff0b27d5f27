import type * as contract from '../../contract/account/accounts.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { ownView } from './views.ts';

export async function readMe(deps: Deps, { caller }: Call<typeof contract.readMe>) {
  const account = await deps.store.accounts.find(caller.accountId);
  return account ? accept(await ownView(deps, account)) : refuse('not-signed-in');
}
