import type * as contract from '../../contract/account/my-account.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { ownEvent } from './own-event.ts';

export async function signOutEverywhere(deps: Deps, { caller }: Call<typeof contract.signOutEverywhere>) {
  const own = await deps.store.accounts.find(caller.accountId);
  if (own === undefined) return refuse('not-signed-in');
  return ownEvent(deps, 'signOutEverywhere', own, async ({ store }) => {
    await store.accounts.endSignIns(own.id);
    return accept(undefined);
  });
}
