import type { AccountView } from '../../contract/account/accounts.ts';
import { type AccountId, type Grant, withGrant } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { accountView } from './views.ts';

export async function changeGrant(
  deps: Deps,
  id: AccountId,
  grant: Grant,
  given: boolean,
): Promise<Ruling<AccountView, 'unknown-account' | 'unknown-committee'>> {
  if (!(await deps.store.committees.find(grant.committeeId))) return refuse('unknown-committee');
  const decision = await deps.store.accounts.update<never>(id, (account) => accept(withGrant(account, grant, given)));
  return decision.ok ? accept(accountView(decision.value, deps.config)) : decision;
}
