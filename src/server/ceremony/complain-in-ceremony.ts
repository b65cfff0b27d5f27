import type * as contract from '../../contract/ceremony/ceremony.ts';
import { decideComplain } from '../../domain/session/ceremony.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSession } from '../meeting/session-call.ts';
import { findOwnTeller, view } from './own-teller.ts';

export async function complainInCeremony(
  deps: Deps,
  { params, body, caller }: Call<typeof contract.complainInCeremony>,
) {
  const teller = await findOwnTeller(deps, params.sessionId, caller);
  if (!teller.ok) return teller;
  const complaint = { by: teller.value.index, against: body.against, reason: body.reason };
  const changed = await changeSession(deps, params.sessionId, (session) =>
    decideComplain(session, body.run, complaint),
  );
  return changed.ok ? view(changed.value.session, caller) : changed;
}
