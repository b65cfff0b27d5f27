import type { InvitationId } from '../../domain/account/invitation.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';

export async function withdrawInvitation(
  { store }: Deps,
  committeeId: CommitteeId,
  id: InvitationId,
): Promise<Ruling<undefined, 'unknown-invitation'>> {
  return (await store.invitations.withdraw(committeeId, id)) ? accept(undefined) : refuse('unknown-invitation');
}
