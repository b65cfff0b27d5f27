import type * as contract from '../../contract/session/sessions.ts';
import { decideExclude } from '../../domain/session/draft.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSession } from '../meeting/session-call.ts';
import { shownSessions } from './shown-sessions.ts';

export function excludeSubject(deps: Deps, { params, body }: Call<typeof contract.excludeSubject>) {
  const { shown } = shownSessions(deps);
  return shown(
    changeSession(deps, params.sessionId, (session) => decideExclude(session, params.subjectId, body.reason)),
  );
}
