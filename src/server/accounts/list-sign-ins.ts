import type * as contract from '../../contract/account/my-account.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';

/** Where somebody is signed in, what was used last first. */
export async function listSignIns({ store, clock }: Deps, { caller, request }: Call<typeof contract.listSignIns>) {
  const signIns = await store.accounts.signInsOf(caller.accountId, clock());
  const views = signIns.map(({ id, device, begunOn, lastUsedOn }) => ({
    id,
    device,
    begunOn,
    lastUsedOn,
    isThis: id === request.caller?.signInId,
  }));
  return accept(views.sort((a, b) => (a.lastUsedOn < b.lastUsedOn ? 1 : -1)));
}
