import * as z from 'zod/mini';
import type { CommitteeId } from '../committee/committee.ts';
import type { PersonId } from '../roster/person.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import type { Account, AccountId, Grant } from './account.ts';

export const invitationId = z.uuid().brand<'InvitationId'>();
export type InvitationId = z.infer<typeof invitationId>;

/**
 * A one-time link with which somebody chooses a user name and password: for a new account, or as recovery for one that
 * there is. Only the hash of its token is kept.
 */
export interface Invitation {
  readonly id: InvitationId;
  readonly tokenHash: string;
  /** Whom it was made out to, as the slip says. */
  readonly name: string;
  readonly personId: PersonId | null;
  /** The account that is recovered; null for an invitation to a new one. */
  readonly accountId: AccountId | null;
  /** Whose office made it; null for an administrator's recovery. */
  readonly committeeId: CommitteeId | null;
  /** The roles that the new account begins with. */
  readonly grants: readonly Grant[];
  /** An office's link is good only for accounts that do not reach beyond its committee; an administrator's for any. */
  readonly byAdministrator: boolean;
  /**
   * Who made it, where that is asked when it is used: not of an office's slip for a member; and null where nobody knows any
   * more, or where it was made on the serving machine. Of an invitation to a role: who may send the same once more.
   */
  readonly drawnBy: AccountId | null;
  /** ISO instant. */
  readonly expiresAt: string;
  /** `replaced`: a later link was made out to the same person; `withdrawn`: its office took it back. */
  readonly status: 'live' | 'used' | 'replaced' | 'withdrawn';
}

export const invitationRules = {
  invitationDays: 14,
  recoveryHours: 24,
} as const;

export type InvitationRefusal =
  | 'unknown-invitation'
  | 'invitation-used'
  | 'invitation-replaced'
  | 'invitation-withdrawn'
  | 'invitation-expired';

/** Whether a link can be used now. */
export function decideUse(invitation: Invitation | undefined, now: Date): Ruling<Invitation, InvitationRefusal> {
  if (invitation === undefined) return refuse('unknown-invitation');
  if (invitation.status === 'used') return refuse('invitation-used');
  if (invitation.status === 'replaced') return refuse('invitation-replaced');
  if (invitation.status === 'withdrawn') return refuse('invitation-withdrawn');
  if (!isInTime(invitation, now)) return refuse('invitation-expired');
  return accept(invitation);
}

/** The account after its recovery: a new password, no authenticator app; name, person and roles stay. */
export function recovered(account: Account, passwordHash: string): Account {
  return { ...account, passwordHash, secondFactor: null };
}

/**
 * Whether a link has not expired. One whose end lies twice as far ahead as that of a new one was made under a clock that
 * has been put back since (docs/decisions/clocks.md).
 */
export function isInTime({ expiresAt, accountId }: Pick<Invitation, 'expiresAt' | 'accountId'>, now: Date): boolean {
  const kind = accountId === null ? 'invitation' : 'recovery';
  const left = Date.parse(expiresAt) - now.getTime();
  return left > 0 && left <= 2 * lifetime[kind];
}

/** ISO instant at which a link made now ends. */
export function invitationExpiry(kind: 'invitation' | 'recovery', now: Date): string {
  return new Date(now.getTime() + lifetime[kind]).toISOString();
}

const hour = 3_600_000;
/** Milliseconds. */
const lifetime = {
  invitation: invitationRules.invitationDays * 24 * hour,
  recovery: invitationRules.recoveryHours * hour,
};
