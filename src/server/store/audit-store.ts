import type { AccountId } from '../../domain/account/account.ts';
import type { AuditHead, AuditNote, LinkedEntry } from '../../domain/audit.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';

/** Which entries somebody may read. */
export type AuditScope =
  /** Everything that belongs to no session: what administrators keep. */
  | { readonly kind: 'administration' }
  /** What was done in a committee, and what happened to these accounts outside any committee. */
  | { readonly kind: 'committee'; readonly committeeId: CommitteeId; readonly accountIds: readonly AccountId[] };

export interface AuditPage {
  /** Only entries with smaller numbers; null from the newest on. */
  readonly before: number | null;
  readonly limit: number;
}

export interface AuditCheck {
  readonly count: number;
  /** Number of the first entry that is not what the chain says, or that is missing at its end; null when all are. */
  readonly brokenAt: number | null;
  /** As it was counted; null while there is no entry. */
  readonly head: AuditHead | null;
}

/** Append-only: what was noted is never changed or taken away. */
export interface AuditStore {
  /** Appends outside any other step; `Store.noting` lets a note go with the change it is about. */
  append(note: AuditNote): Promise<void>;
  /** Newest first. */
  list(scope: AuditScope, page: AuditPage): Promise<readonly LinkedEntry[]>;
  /** Where the whole log ends, whoever asks; null while there is no entry. */
  head(): Promise<AuditHead | null>;
  /** Recomputes the whole chain. */
  check(): Promise<AuditCheck>;
}
