import type * as contract from '../../contract/plans/plans.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';

/** Where the caller's reminders go, and whether this service sends any. */
export async function readMailAddress({ store, config }: Deps, { caller }: Call<typeof contract.readMailAddress>) {
  return accept({ address: await store.reminders.address(caller.accountId), sends: config.mail !== null });
}
