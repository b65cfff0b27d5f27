import type * as contract from '../../contract/ceremony/ceremony.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { findSession } from '../meeting/session-call.ts';
import { rehearsalView } from './views.ts';

export async function readRehearsal(deps: Deps, { params }: Call<typeof contract.readRehearsal>) {
  const found = await findSession(deps, params.sessionId);
  return found.ok ? rehearsalView(deps, found.value) : found;
}
