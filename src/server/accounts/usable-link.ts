import { decideUse, type Invitation, type InvitationRefusal } from '../../domain/account/invitation.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { reachesBeyond } from './outside-committee.ts';
import { opensAsChair } from './without-seat.ts';

/**
 * Whether a link can be used now. What an office made out in good order is void once its committee has ended, or its
 * holder has come to reach beyond the committee: a copy of the slip must not open more than its maker may.
 */
export async function usableLink(deps: Deps, tokenHash: string): Promise<Ruling<Invitation, LinkRefusal>> {
  const found = decideUse(await deps.store.invitations.find(tokenHash), deps.clock());
  if (!found.ok) return found;
  const { accountId: id, committeeId, personId, byAdministrator } = found.value;
  if (await isByAChair(deps, found.value)) return refuse('invitation-void');
  if (committeeId === null) return found;
  if (id === null && (await hasEnded(deps, committeeId))) return refuse('invitation-void');
  if (byAdministrator) return found;
  const account = id === null ? undefined : await deps.store.accounts.find(id);
  const isBeyond = await reachesBeyond(deps, committeeId, { account, personId });
  return isBeyond ? refuse('invitation-void') : found;
}

/** Whether whoever made a teller's slip has come to chair since: chair and key must not be in one hand. */
async function isByAChair(deps: Deps, { drawnBy, personId }: Invitation): Promise<boolean> {
  const maker = drawnBy === null ? undefined : await deps.store.accounts.find(drawnBy);
  return maker !== undefined && opensAsChair(deps, maker, [personId]);
}

export type LinkRefusal = InvitationRefusal | 'invitation-void';

export async function hasEnded({ store }: Deps, committeeId: CommitteeId): Promise<boolean> {
  return (await store.committees.find(committeeId))?.to !== null;
}
