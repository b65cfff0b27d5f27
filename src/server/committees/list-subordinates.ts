import type * as contract from '../../contract/committee/tree.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { placeInTree, treePart } from './tree-part.ts';

export async function listSubordinates(
  { store }: Deps,
  { params: { committeeId }, query: { after, limit, on } }: Call<typeof contract.listSubordinates>,
) {
  const asked = { after: await placeInTree(store, after), limit: limit + 1, on };
  return accept(treePart(await store.committees.subordinates(committeeId, asked), limit));
}
