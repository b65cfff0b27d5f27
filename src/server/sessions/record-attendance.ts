import type * as contract from '../../contract/session/sessions.ts';
import { decideRecordAttendance } from '../../domain/session/attendance.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSession } from '../meeting/session-call.ts';
import { shownSessions } from './shown-sessions.ts';

export function recordAttendance(deps: Deps, { params, body }: Call<typeof contract.recordAttendance>) {
  const { shown } = shownSessions(deps);
  const present = new Set(body.present);
  return shown(
    changeSession(deps, params.sessionId, (session) => decideRecordAttendance(session, present, deps.clock())),
  );
}
