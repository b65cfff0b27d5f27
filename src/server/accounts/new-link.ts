import { createHash } from 'node:crypto';
import type { OneTimeLink } from '../../contract/account/invitations.ts';
import { type Invitation, invitationExpiry, invitationId } from '../../domain/account/invitation.ts';
import type { Deps } from '../deps.ts';
import { uuid } from '../kit/uuid.ts';

/**
 * Makes a link out; its token leaves the service once, here.
 * @param given the id that the caller drew for it
 */
export function newLink(
  deps: Pick<Deps, 'clock' | 'random'>,
  made: Pick<Invitation, 'name' | 'personId' | 'accountId' | 'committeeId' | 'grants' | 'byAdministrator'>,
  position: string | null,
  given?: string,
): { invitation: Invitation; link: OneTimeLink } {
  const token = Buffer.from(deps.random(24)).toString('base64url');
  const kind = made.accountId === null ? 'invitation' : 'recovery';
  const expiresAt = invitationExpiry(kind, deps.clock());
  const id = invitationId.parse(given ?? uuid(deps.random));
  return {
    invitation: { ...made, id, tokenHash: hashToken(token), expiresAt, status: 'live' },
    link: { kind, personId: made.personId, name: made.name, position, token, expiresAt },
  };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
