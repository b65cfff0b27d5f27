import type * as contract from '../../contract/ceremony/ceremony.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import { decideStartCeremony } from '../../domain/session/ceremony.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { ceremonyView } from '../meeting/ceremony-view.ts';
import { changeSession } from '../meeting/session-call.ts';
import { indexOf } from './own-teller.ts';

export async function startCeremony(deps: Deps, { params, caller }: Call<typeof contract.startCeremony>) {
  const changed = await changeSession(deps, params.sessionId, decideStartCeremony);
  if (!changed.ok) return changed;
  const { session } = changed.value;
  return session.ceremony
    ? accept(ceremonyView(session, session.ceremony, indexOf(session, caller)))
    : refuse('ceremony-not-possible');
}
