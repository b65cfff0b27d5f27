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
    ...(person === null ? {} : { personId: person }),
  });
  const heirs = await heirsAmong(deps, [...roleIn, ...seatIn]);
  return [...own]
    .sort((a, b) => b.settings.heldOn.localeCompare(a.settings.heldOn))
    .map((session) => ({ ...summaryOf(session), mine: [...heldIn(session, caller, new Set(seatIn), heirs)] }));
}

/** Of these committees and all that were merged into one of them: which of these lives on for it. */
async function heirsAmong(
  { store }: Deps,
  own: readonly CommitteeId[],
): Promise<ReadonlyMap<CommitteeId, CommitteeId>> {
  const heirs = new Map<CommitteeId, CommitteeId>();
  for (const heir of new Set(own)) {
    for (const id of await store.committees.withPredecessors([heir])) heirs.set(id, heir);
  }
  return heirs;
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
