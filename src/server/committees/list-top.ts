import type * as contract from '../../contract/committee/tree.ts';
import { keyOfCommittee } from '../../domain/committee/committee-key.ts';
import { isWithin } from '../../domain/roster/seat.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import type { Call } from '../http/route.ts';
import type { TreeEntry } from '../store/committee-store.ts';
import { entryView, placeInTree, treePart } from './tree-part.ts';
import { ownCommittees } from './visible.ts';

export async function listTop(
  context: RouteContext,
  { query: { after, limit, on }, caller }: Call<typeof contract.listTop>,
) {
  const { deps } = context;
  if (!caller.administrator)
    return accept({ rows: (await ownEntries(context, caller, on)).map(entryView), next: null });
  const page = { after: await placeInTree(deps.store, after), limit: limit + 1, on };
  return accept(treePart(await deps.store.committees.subordinates(null, page), limit));
}

async function ownEntries(
  { deps }: RouteContext,
  caller: Parameters<typeof ownCommittees>[1],
  on: string | undefined,
): Promise<TreeEntry[]> {
  const { committees } = deps.store;
  const own = await committees.findCommittees(await ownCommittees(deps, caller));
  const standing = own
    .filter((one) => (on === undefined ? one.to === null : isWithin(one, on)))
    .sort((a, b) => (keyOfCommittee(a) < keyOfCommittee(b) ? -1 : 1));
  const counts = await committees.countSubordinates(
    standing.map(({ id }) => id),
    on,
  );
  return standing.map((committee) => ({ committee, subordinates: counts.get(committee.id) ?? 0 }));
}
