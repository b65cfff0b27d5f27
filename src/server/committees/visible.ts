import type { Principal } from '../../domain/account/relations.ts';
import type { Committee, CommitteeId } from '../../domain/committee/committee.ts';
import { directorOf } from '../../domain/committee/committee.ts';
import type { Deps } from '../deps.ts';
import { seatedIn } from '../roster/seated-in.ts';

/** The committees in which somebody holds a role or, today, a seat. */
export async function ownCommittees(deps: Deps, caller: Principal): Promise<readonly CommitteeId[]> {
  const roleIn = caller.grants.map((grant) => grant.committeeId);
  return [...new Set([...roleIn, ...(await seatedIn(deps, caller.personId))])];
}

/** An administrator keeps them all; others see their own, and whom those are below. */
export async function committeesFor(deps: Deps, caller: Principal): Promise<readonly Committee[]> {
  const { committees } = deps.store;
  if (caller.administrator) return committees.list();
  const own = await committees.findCommittees(await ownCommittees(deps, caller));
  const above = await committees.findCommittees(
    own.flatMap((one) => [one.superiorId, directorOf(one)]).filter((id) => id !== null),
  );
  return [...new Map([...above, ...own].map((one) => [one.id, one])).values()];
}

/** Whose name somebody may look up: their own, those above them and those directly below; undefined: all. */
export async function mayFind(deps: Deps, caller: Principal): Promise<readonly CommitteeId[] | undefined> {
  if (caller.administrator) return undefined;
  const { committees } = deps.store;
  const own = await ownCommittees(deps, caller);
  const below = await Promise.all(own.map((id) => committees.subordinates(id, { limit: 1000 })));
  const shown = [...(await committeesFor(deps, caller)), ...below.flat().map(({ committee }) => committee)];
  return [...new Set(shown.map(({ id }) => id))];
}
