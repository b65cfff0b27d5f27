import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { Session } from '../../domain/session/session.ts';
import type { CommitteePlace } from '../store/session-store.ts';
import type { Store } from '../store/store.ts';

export type RankAndSuperior = Pick<Session, 'committeeRank' | 'superiorId' | 'superiorName'>;

/** What a session is fixed to when it opens. Undefined for an unknown committee. */
export function rankAndSuperior({ committee, superior }: CommitteePlace): RankAndSuperior | undefined {
  if (committee === undefined) return undefined;
  return {
    committeeRank: committee.rank,
    superiorId: superior?.id ?? null,
    superiorName: superior?.name ?? null,
  };
}

/** The same as it is at this moment, for what is only shown: whoever decides by it asks for it in their step. */
export async function rankAndSuperiorNow({ committees }: Store, id: CommitteeId): Promise<RankAndSuperior | undefined> {
  const committee = await committees.find(id);
  const superiorId = committee?.superiorId ?? null;
  const superior = superiorId === null ? null : ((await committees.find(superiorId)) ?? null);
  return rankAndSuperior({ committee, superior });
}
