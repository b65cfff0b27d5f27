import type * as imports from '../../contract/imports/imports.ts';
import { decideTakeBackVoters } from '../../domain/session/roll-import.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { actorOf, changeSession } from '../meeting/session-call.ts';
import { shownSessions } from './shown-sessions.ts';

export async function takeBackParticipants(deps: Deps, { params, caller }: Call<typeof imports.takeBackParticipants>) {
  const { shown } = shownSessions(deps);
  const takenBack = { by: await actorOf(deps, caller), at: deps.clock().toISOString() };
  return shown(
    changeSession(deps, params.sessionId, (session) => decideTakeBackVoters(session, params.importId, takenBack)),
  );
}
