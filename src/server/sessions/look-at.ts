import type * as contract from '../../contract/session/sessions.ts';
import { decideLookAt } from '../../domain/session/draft.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSession } from '../meeting/session-call.ts';
import { shownSessions } from './shown-sessions.ts';

export function lookAt(deps: Deps, { params }: Call<typeof contract.lookAt>) {
  const { shown } = shownSessions(deps);
  return shown(changeSession(deps, params.sessionId, (session) => decideLookAt(session, params.list)));
}
