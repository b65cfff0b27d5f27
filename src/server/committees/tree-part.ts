import type * as contract from '../../contract/committee/tree.ts';
import { type Committee, type CommitteeId, directorOf } from '../../domain/committee/committee.ts';
import { keyOfCommittee } from '../../domain/committee/committee-key.ts';
import { accept } from '../../domain/ruling.ts';
import { pageOf } from '../kit/list-page.ts';
import type { TreeEntry } from '../store/committee-store.ts';
import type { Store } from '../store/store.ts';
import { committeeView } from './views.ts';

const placeOfCommittee = (one: Committee) => ({ key: keyOfCommittee(one), id: one.id });

export function entryView({ committee, subordinates }: TreeEntry): contract.TreeEntryView {
  return { ...committeeView(committee), subordinates };
}

export function treePart(found: readonly TreeEntry[], limit: number) {
  const { shown, next } = pageOf(found, limit, ({ committee }) => placeOfCommittee(committee));
  return { committees: shown.map(entryView), next };
}

export async function readHistory({ committees }: Store, id: CommitteeId) {
  const committee = await committees.find(id);
  if (committee === undefined) return { ok: false, refusal: 'not-found' } as const;
  const { superiors, subordinates, predecessors } = await committees.history(id);
  const director = directorOf(committee);
  const named = [
    ...[committee.superiorId, committee.successorId, director],
    ...superiors.map((past) => past.superiorId),
    ...subordinates.map((past) => past.committeeId),
  ].filter((one) => one !== null);
  const names = new Map((await committees.findCommittees(named)).map((one) => [one.id, one.name]));
  const link = (one: CommitteeId) => ({ id: one, name: names.get(one) ?? '' });
  const linkOrNone = (one: CommitteeId | null) => (one === null ? null : link(one));
  const present = {
    superiorId: committee.superiorId,
    from: committee.superiorSince ?? committee.from,
    to: committee.to,
  };
  return accept({
    superiors: [present, ...superiors.toReversed()].map(({ superiorId, from, to }) => ({
      superior: linkOrNone(superiorId),
      from,
      to,
    })),
    formerSubordinates: subordinates.map(({ committeeId, from, to }) => ({ committee: link(committeeId), from, to })),
    predecessors: predecessors.map((one) => ({ committee: { id: one.id, name: one.name }, endedOn: one.to })),
    successor: linkOrNone(committee.successorId),
    directedBy: linkOrNone(director),
  });
}
