import type * as contract from '../../contract/ceremony/ceremony.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { findOwnTeller, view } from './own-teller.ts';
import { sendMessage } from './send-message.ts';

export async function sendCeremonyMessage(
  deps: Deps,
  { params, body, caller }: Call<typeof contract.sendCeremonyMessage>,
) {
  const teller = await findOwnTeller(deps, params.sessionId, caller);
  if (!teller.ok) return teller;
  const sent = await sendMessage(deps, params.sessionId, teller.value, body);
  return sent.ok ? view(sent.value, caller) : sent;
}
