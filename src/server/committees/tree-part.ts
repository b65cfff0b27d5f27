import type * as contract from '../../contract/committee/tree.ts';
import type { Committee } from '../../domain/committee/committee.ts';
import { keyOfCommittee } from '../../domain/committee/committee-key.ts';
import { partOf } from '../kit/list-part.ts';
import type { TreeEntry } from '../store/committee-store.ts';
import { committeeView } from './views.ts';

const placeOfCommittee = (one: Committee) => ({ key: keyOfCommittee(one), id: one.id });

export function entryView({ committee, subordinates }: TreeEntry): contract.TreeEntryView {
  return { ...committeeView(committee), subordinates };
}

export function treePart(found: readonly TreeEntry[], limit: number) {
  const { rows, next } = partOf(found, limit, ({ committee }) => placeOfCommittee(committee));
  return { rows: rows.map(entryView), next };
}
