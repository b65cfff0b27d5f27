import type * as contract from '../../contract/session/sessions.ts';
import { decideRemoveOrganisation } from '../../domain/session/draft.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSession } from '../meeting/session-call.ts';
import { shownSessions } from './shown-sessions.ts';

export function removeOrganisation(deps: Deps, { params }: Call<typeof contract.removeOrganisation>) {
  const { shown } = shownSessions(deps);
  return shown(changeSession(deps, params.sessionId, (session) => decideRemoveOrganisation(session, params.subjectId)));
}
