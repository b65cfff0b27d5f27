import { type Principal, type Relation, relationsOf } from '../../domain/account/relations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { findTeller, type Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { personIdOf } from '../meeting/session-call.ts';
import { seatedIn } from '../roster/seated-in.ts';
import { seatTies } from '../store/session-ties.ts';
import { summaryOf } from './views.ts';

/**
 * The sessions somebody has to do with: of committees where they hold a role or a seat, and those they vote in or tell.
 * What was published to their committees from below is among the results: a province's would be thousands.
 */
export async function listSessions(deps: Deps, caller: Principal) {
  const { sessions } = deps.store;
  const person = personIdOf(caller);
  const seatIn = await seatedIn(deps, person);
  const roleIn = caller.grants.map((grant) => grant.committeeId);
  const own = await sessions.list({
    committeeIds: [...roleIn, ...seatIn],
    ...(person === null ? {} : { personIds: [person] }),
  });
  const heirs = await deps.store.committees.heirs([...roleIn, ...seatIn]);
  return [...own]
    .sort((a, b) => b.settings.heldOn.localeCompare(a.settings.heldOn))
    .map((session) => ({ ...summaryOf(session), mine: [...heldIn(session, caller, new Set(seatIn), heirs)] }));
}

function heldIn(
  session: Session,
  caller: Principal,
  seats: ReadonlySet<string>,
  heirs: ReadonlyMap<CommitteeId, CommitteeId>,
): ReadonlySet<Relation> {
  const person = personIdOf(caller);
  const teller = findTeller(session, person) !== undefined;
  const voter = person !== null && session.roll.some(({ personId }) => personId === person);
  const superiorId = session.superiorId === null ? null : (heirs.get(session.superiorId) ?? session.superiorId);
  const ties = { ...seatTies(session.committeeId, superiorId, seats), teller, voter, readKey: false };
  return relationsOf(caller, ties);
}
