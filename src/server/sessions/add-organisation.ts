import type * as contract from '../../contract/session/sessions.ts';
import { accept } from '../../domain/ruling.ts';
import { decideAddOrganisation } from '../../domain/session/draft.ts';
import { subjectId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { changeSession } from '../meeting/session-call.ts';
import { shownSessions } from './shown-sessions.ts';

export function addOrganisation(
  deps: Deps,
  { params, body: { name, kind, ...given }, about }: Call<typeof contract.addOrganisation>,
) {
  const { shown } = shownSessions(deps);
  const id = subjectId.parse(given.id ?? uuid(deps.random));
  return shown(
    changeSession(deps, params.sessionId, (session) => {
      const there = session.subjects.find((one) => one.id === id);
      const made = findMade(about, there, (one) => one.name === name && one.position === kind);
      if (!made.ok) return made;
      return made.value ? accept(session) : decideAddOrganisation(session, { id, name, kind });
    }),
  );
}
