import type * as contract from '../../contract/session/sessions.ts';
import { decideAllowPlainVoting } from '../../domain/session/plain-voting.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { actorOf, changeSession } from '../meeting/session-call.ts';
import { shownSessions } from './shown-sessions.ts';

export async function allowPlainVoting(deps: Deps, { params, body, caller }: Call<typeof contract.allowPlainVoting>) {
  const { shown } = shownSessions(deps);
  const by = await actorOf(deps, caller);
  return shown(
    changeSession(deps, params.sessionId, (session) => decideAllowPlainVoting(session, body.allowed, by, deps.clock())),
  );
}
