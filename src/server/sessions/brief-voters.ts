import type * as contract from '../../contract/session/sessions.ts';
import { decideBrief } from '../../domain/session/briefing.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { actorOf, changeSession } from '../meeting/session-call.ts';
import { shownSessions } from './shown-sessions.ts';

export async function briefVoters(deps: Deps, { params, body, caller }: Call<typeof contract.briefVoters>) {
  const { shown } = shownSessions(deps);
  const briefing = { by: await actorOf(deps, caller), at: deps.clock().toISOString(), text: body.text };
  return shown(changeSession(deps, params.sessionId, (session) => decideBrief(session, briefing)));
}
