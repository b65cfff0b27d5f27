import type * as contract from '../../contract/account/accounts.ts';
import { refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeGrant } from './change-grant.ts';

/** Nobody gives themselves a role, nor anybody one in a committee that has ended. */
export async function giveGrant(deps: Deps, { params, body, caller, about }: Call<typeof contract.giveGrant>) {
  about({ committeeId: body.committeeId, role: body.role });
  if (params.accountId === caller.accountId) return refuse('own-role');
  if ((await deps.store.committees.find(body.committeeId))?.to) return refuse('committee-ended');
  return changeGrant(deps, params.accountId, body, true);
}
