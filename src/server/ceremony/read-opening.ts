import type * as contract from '../../contract/ceremony/ceremony.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { findSession } from '../meeting/session-call.ts';
import { openingView } from './views.ts';

export async function readOpening(deps: Deps, { params }: Call<typeof contract.readOpening>) {
  const found = await findSession(deps, params.sessionId);
  if (!found.ok) return found;
  const { opening } = found.value;
  return opening === null ? refuse('no-opening-prepared') : accept(openingView(opening));
}
