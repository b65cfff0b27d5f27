import type * as contract from '../../contract/plans/plans.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';

export async function setMailAddress(deps: Deps, { body, caller }: Call<typeof contract.setMailAddress>) {
  await deps.store.reminders.setAddress(caller.accountId, body.address);
  return accept({ address: body.address, sends: deps.config.mail !== null });
}
