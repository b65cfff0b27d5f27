import type * as contract from '../../contract/session/sessions.ts';
import { refuse } from '../../domain/ruling.ts';
import { decideBrief } from '../../domain/session/briefing.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { actorOf, changeSession, findSession } from '../meeting/session-call.ts';
import { briefingCapacity } from './briefers.ts';
import { shownSessions } from './shown-sessions.ts';

export async function briefVoters(deps: Deps, { params, body, caller, held }: Call<typeof contract.briefVoters>) {
  const { shown } = shownSessions(deps);
  const found = await findSession(deps, params.sessionId);
  if (!found.ok) return found;
  const capacity = await briefingCapacity(deps, found.value, { caller, held });
  if (capacity === undefined) return refuse('not-found');
  const briefing = { by: await actorOf(deps, caller), at: deps.clock().toISOString(), text: body.text };
  return shown(changeSession(deps, params.sessionId, (session) => decideBrief(session, briefing, capacity)));
}
