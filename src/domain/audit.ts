import { type AccountId, roles } from './account/account.ts';
import type { CommitteeId } from './committee/committee.ts';
import type { PlanId } from './plan/plan-id.ts';
import type { PersonId } from './roster/person.ts';
import type { SessionId } from './session/session.ts';

/** What an account may be made: a role in a committee, or an administrator. */
export const auditRoles = [...roles, 'administrator'] as const;
export type AuditRole = (typeof auditRoles)[number];

/** What was changed, as far as the audit log names it: never a person on a roll, a paper or a document. */
export interface AuditObject {
  readonly committeeId: CommitteeId | null;
  readonly sessionId: SessionId | null;
  readonly aboutAccountId: AccountId | null;
  readonly planId: PlanId | null;
  /** Whose seat in a committee, who was asked to take a role, or who was entered as teller by name; of a session nobody else is ever named. */
  readonly personId: PersonId | null;
  /** Which was given or taken. */
  readonly role: AuditRole | null;
}

/** Somebody did something. Nothing else is noted: no contents, no address, no device. */
export interface AuditNote extends AuditObject {
  /** ISO instant. */
  readonly at: string;
  /** Id of an operation, or a `SecurityEvent`. */
  readonly event: string;
  /** Who did it; null for somebody who was not signed in. */
  readonly accountId: AccountId | null;
}

/** Which chain of entries: a committee's own, or the service's (null). */
export type AuditChain = CommitteeId | null;

/** A note as it is kept: numbered from 1 in its chain, each with the hash that stands for everything up to it. */
export interface AuditEntry extends AuditNote {
  readonly chain: AuditChain;
  readonly number: number;
  /**
   * Hex: of the session as this step left it and the end of its record; null while its box is not shut. Of `logDigest`
   * the digest of the ends of committees' chains.
   */
  readonly seal: string | null;
  /** Hex, SHA-256. */
  readonly hash: string;
}

/** Where a chain ends. Written down elsewhere, it shows later that nothing up to it was changed or cut off. */
export type AuditHead = Pick<AuditEntry, 'number' | 'hash'>;

/** Where a committee's chain ends. */
export interface HeadOfChain extends AuditHead {
  readonly chain: CommitteeId;
}

/** One entry of the whole log. */
export interface AuditPlace {
  readonly chain: AuditChain;
  readonly number: number;
}

/** An entry with the hash of the one before it: enough to check the entry alone. */
export interface LinkedEntry extends AuditEntry {
  readonly previous: string;
}

/** What happens to accounts, the log and its file without being the success of an operation. */
export type SecurityEvent = 'signInFailed' | 'logEnd' | 'logDigest' | 'damaged' | 'sessionSealed' | 'signInLocked';

export const noObject: AuditObject = {
  committeeId: null,
  sessionId: null,
  aboutAccountId: null,
  planId: null,
  personId: null,
  role: null,
};
