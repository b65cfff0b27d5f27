import { type CommitteeId, directorOf } from '../../domain/committee/committee.ts';
import { accept } from '../../domain/ruling.ts';
import type { Store } from '../store/store.ts';

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
