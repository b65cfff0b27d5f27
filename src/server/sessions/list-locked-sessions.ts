import type { Principal } from '../../domain/account/relations.ts';
import type { Deps } from '../deps.ts';
import { showLocked } from '../meeting/locked-sessions.ts';
import { personIdOf } from '../meeting/session-call.ts';
import { seatedIn } from '../roster/seated-in.ts';

/** Of the sessions that somebody has to do with those that are locked. */
export async function listLockedSessions(deps: Deps, caller: Principal) {
  const person = personIdOf(caller);
  const roleIn = caller.grants.map((grant) => grant.committeeId);
  const own = { committeeIds: [...roleIn, ...(await seatedIn(deps, person))] };
  return showLocked(
    deps,
    await deps.store.sessions.locked({ ...own, ...(person === null ? {} : { personIds: [person] }) }),
  );
}
