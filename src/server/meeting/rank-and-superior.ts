import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Store } from '../store/store.ts';

export type RankAndSuperior = Pick<Session, 'committeeRank' | 'superiorId' | 'superiorName'>;

/** Where a committee stands at this moment: a session is fixed to it when it opens. Undefined for an unknown one. */
export async function rankAndSuperiorNow({ committees }: Store, id: CommitteeId): Promise<RankAndSuperior | undefined> {
  const committee = await committees.find(id);
  if (committee === undefined) return undefined;
  const superior = committee.superiorId === null ? undefined : await committees.find(committee.superiorId);
  return {
    committeeRank: committee.rank,
    superiorId: superior?.id ?? null,
    superiorName: superior?.name ?? null,
  };
}
