import type * as contract from '../../contract/committee/tree.ts';
import type { Committee, CommitteeId } from '../../domain/committee/committee.ts';
import { keyOfCommittee } from '../../domain/committee/committee-key.ts';
import { partOf, placeAt } from '../kit/list-part.ts';
import type { TreeEntry } from '../store/committee-store.ts';
import type { Store } from '../store/store.ts';
import { committeeView } from './views.ts';

const placeOfCommittee = (one: Committee) => ({ key: keyOfCommittee(one), id: one.id });

export function entryView({ committee, subordinates }: TreeEntry): contract.TreeEntryView {
  return { ...committeeView(committee), subordinates };
}

/** Where the part of a tree's list behind this cursor begins. */
export function placeInTree({ committees }: Store, after: string | undefined) {
  return placeAt(after, async (id) => {
    const committee = await committees.find(id as CommitteeId);
    return committee && keyOfCommittee(committee);
  });
}

export function treePart(found: readonly TreeEntry[], limit: number) {
  const { rows, next } = partOf(found, limit, ({ committee }) => placeOfCommittee(committee));
  return { rows: rows.map(entryView), next };
}
