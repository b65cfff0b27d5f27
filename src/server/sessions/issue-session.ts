import type * as contract from '../../contract/session/sessions.ts';
import { decideIssue } from '../../domain/session/draft.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSession } from '../meeting/session-call.ts';
import { shownSessions } from './shown-sessions.ts';

export function issueSession(deps: Deps, { params }: Call<typeof contract.issueSession>) {
  const { shown, rules } = shownSessions(deps);
  return shown(changeSession(deps, params.sessionId, (session) => decideIssue(session, rules)));
}
