import { createHash } from 'node:crypto';
import type { OneTimeLink } from '../../contract/account/invitations.ts';
import type { AccountId } from '../../domain/account/account.ts';
import { type Invitation, invitationExpiry, invitationId } from '../../domain/account/invitation.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../kit/uuid.ts';

/**
 * Makes a link out; its token leaves the service once, here.
 * @param drawn the id that its maker drew for it, and who that is
 */
export function newLink(
  deps: Pick<Deps, 'clock' | 'random'>,
  made: Pick<Invitation, 'name' | 'personId' | 'accountId' | 'committeeId' | 'grants' | 'byAdministrator'>,
  position: string | null,
  drawn?: { readonly id: string; readonly by: AccountId },
): { invitation: Invitation; link: OneTimeLink } {
  const token = Buffer.from(deps.random(24)).toString('base64url');
  const kind = made.accountId === null ? 'invitation' : 'recovery';
  const expiresAt = invitationExpiry(kind, deps.clock());
  const id = invitationId.parse(drawn?.id ?? uuid(deps.random));
  return {
    invitation: { ...made, id, drawnBy: drawn?.by ?? null, tokenHash: hashToken(token), expiresAt, status: 'live' },
    link: { kind, ...whoseOf(made), position, token, expiresAt },
  };
}

function whoseOf({ personId, name, grants }: Pick<Invitation, 'personId' | 'name' | 'grants'>) {
  return { personId, name, roles: grants.map(({ role }) => role) };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
