import type * as contract from '../../contract/session/sessions.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { drawUpSession } from './draw-up-session.ts';
import { shownSessions } from './shown-sessions.ts';

export async function createSession(deps: Deps, { params, body, caller, about }: Call<typeof contract.createSession>) {
  const created = await drawUpSession(deps, params.committeeId, body, caller, about);
  if (!created.ok) return created;
  const state = await deps.store.sessions.findWithPapers(created.value.id);
  return state === undefined ? refuse('not-found') : accept(await shownSessions(deps).view(state));
}
