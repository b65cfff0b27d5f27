import type { z } from 'zod';
import type { listReviewCommittees as contract } from '../../contract/half-term/half-term.ts';
import type { Principal } from '../../domain/account/relations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { Deps } from '../deps.ts';
import { seatedIn } from '../roster/seated-in.ts';

type ReviewCommittees = z.infer<(typeof contract)['replies'][200]>;

/** The committees in which somebody holds a role or, today, a seat. An administrator as such has none (promise 6). */
export async function listReviewCommittees(deps: Deps, caller: Principal): Promise<ReviewCommittees> {
  const seated = new Set(await seatedIn(deps, caller.personId));
  const holds = (id: CommitteeId, ...roles: string[]) =>
    caller.grants.some(({ committeeId, role }) => committeeId === id && roles.includes(role));
  const ids = new Set([...caller.grants.map(({ committeeId }) => committeeId), ...seated]);
  const committees = await deps.store.committees.findCommittees([...ids]);
  return committees.map(({ id, name }) => ({
    committeeId: id,
    name,
    writes: holds(id, 'chair', 'office'),
    readsBelow: seated.has(id) || holds(id, 'chair'),
  }));
}
