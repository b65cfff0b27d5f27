import type * as contract from '../../contract/ceremony/ceremony.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import { decideConfirmSetup } from '../../domain/session/opening.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSession } from '../meeting/session-call.ts';
import { findOwnTeller } from './own-teller.ts';
import { openingView } from './views.ts';

/** A teller's program found its key in the prepared setup. */
export async function confirmSetup(deps: Deps, { params, body, caller }: Call<typeof contract.confirmSetup>) {
  const teller = await findOwnTeller(deps, params.sessionId, caller);
  if (!teller.ok) return teller;
  const changed = await changeSession(deps, params.sessionId, (session) =>
    decideConfirmSetup(session, teller.value.index, body.setupHash),
  );
  if (!changed.ok) return changed;
  const { opening } = changed.value.session;
  return opening === null ? refuse('no-opening-prepared') : accept(openingView(opening));
}
