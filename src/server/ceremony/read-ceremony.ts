import type * as contract from '../../contract/ceremony/ceremony.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { findSession } from '../meeting/session-call.ts';
import { view } from './own-teller.ts';

export async function readCeremony(deps: Deps, { params, caller }: Call<typeof contract.readCeremony>) {
  const found = await findSession(deps, params.sessionId);
  return found.ok ? view(found.value, caller) : found;
}
