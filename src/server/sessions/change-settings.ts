import type * as contract from '../../contract/session/sessions.ts';
import { decideChangeSettings } from '../../domain/session/draft.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSession } from '../meeting/session-call.ts';
import { shownSessions } from './shown-sessions.ts';

export function changeSettings(deps: Deps, { params, body }: Call<typeof contract.changeSettings>) {
  const { shown } = shownSessions(deps);
  return shown(changeSession(deps, params.sessionId, (session) => decideChangeSettings(session, body)));
}
