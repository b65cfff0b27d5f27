import type * as contract from '../../contract/account/accounts.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeGrant } from './change-grant.ts';

export function takeGrant(deps: Deps, { params, body, about }: Call<typeof contract.takeGrant>) {
  about({ committeeId: body.committeeId, role: body.role });
  return changeGrant(deps, params.accountId, body, false);
}
