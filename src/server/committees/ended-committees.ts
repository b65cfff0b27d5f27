import type { z } from 'zod';
import type { listEndedCommittees as contract } from '../../contract/committee/ended-committees.ts';
import type { Principal } from '../../domain/account/relations.ts';
import type { Deps } from '../deps.ts';

type EndedCommittees = z.infer<(typeof contract)['replies'][200]>;

/** The committees in which somebody still holds a role although they have ended, each with its successor. */
export async function endedCommittees({ store }: Deps, { grants }: Principal): Promise<EndedCommittees> {
  const { committees } = store;
  const mine = await committees.findCommittees([...new Set(grants.map(({ committeeId }) => committeeId))]);
  const ended = mine.flatMap((one) => (one.to === null ? [] : [{ ...one, endedOn: one.to }]));
  if (ended.length === 0) return [];
  const successors = await committees.findCommittees([...new Set(ended.flatMap((one) => one.successorId ?? []))]);
  const names = new Map(successors.map(({ id, name }) => [id, name]));
  return ended.map(({ id, name, endedOn, successorId }) => ({
    committeeId: id,
    name,
    endedOn,
    successor: successorId === null ? null : (names.get(successorId) ?? null),
  }));
}
