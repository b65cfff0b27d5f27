import type { AccountId, Grant } from '../../domain/account/account.ts';
import type { Invitation, InvitationId } from '../../domain/account/invitation.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PersonId } from '../../domain/roster/person.ts';

export interface InvitationRow {
  readonly id: string;
  readonly tokenHash: string;
  readonly name: string;
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly committeeId: string | null;
  readonly grants: Grant[];
  readonly byAdministrator: boolean;
  readonly drawnBy: string | null;
  readonly expiresAt: string;
  readonly status: Invitation['status'];
}

export function toInvitationRow(invitation: Invitation): InvitationRow {
  return { ...invitation, grants: [...invitation.grants] };
}

export function toInvitation(row: InvitationRow): Invitation {
  return {
    ...row,
    id: row.id as InvitationId,
    personId: row.personId as PersonId | null,
    accountId: row.accountId as AccountId | null,
    drawnBy: row.drawnBy as AccountId | null,
    committeeId: row.committeeId as CommitteeId | null,
  };
}
