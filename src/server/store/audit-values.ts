import type { AccountId } from '../../domain/account/account.ts';
import type { AuditChain, AuditEntry, AuditRole } from '../../domain/audit.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import type { SessionId } from '../../domain/session/session.ts';

export interface AuditRow {
  readonly number: number;
  readonly at: string;
  readonly event: string;
  readonly accountId: string | null;
  readonly committeeId: string | null;
  readonly sessionId: string | null;
  readonly aboutAccountId: string | null;
  readonly planId: string | null;
  readonly personId: string | null;
  readonly role: AuditRole | null;
  readonly seal: string | null;
  readonly hash: string;
}

/** @param chain in whose table the row is */
export function toEntry(chain: AuditChain, row: AuditRow): AuditEntry {
  return {
    ...row,
    chain,
    accountId: row.accountId as AccountId | null,
    committeeId: row.committeeId as CommitteeId | null,
    sessionId: row.sessionId as SessionId | null,
    aboutAccountId: row.aboutAccountId as AccountId | null,
    planId: row.planId as PlanId | null,
    personId: row.personId as PersonId | null,
  };
}
