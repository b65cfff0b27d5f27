import type { AccountId } from '../../domain/account/account.ts';
import type { AuditChain, AuditEntry, AuditHead, AuditNote, AuditPlace, LinkedEntry } from '../../domain/audit.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';

/** Which entries somebody may read. */
export type AuditScope =
  /** Everything that belongs to no session: what administrators keep. */
  | { readonly kind: 'administration' }
  /** What was done in a committee, and what happened to these accounts outside any committee. */
  | { readonly kind: 'committee'; readonly committeeId: CommitteeId; readonly accountIds: readonly AccountId[] };

/** Where an entry stands among all of them. */
export type AuditPosition = Pick<AuditEntry, 'at' | 'chain' | 'number'>;

export interface AuditPage {
  /** The last one that was shown; null from the newest on. */
  readonly after: AuditPosition | null;
  readonly limit: number;
}

export interface AuditCheck {
  /** Of all chains. */
  readonly count: number;
  /** The first entry that is not what its chain says, or that is missing at its end; null when all are there. */
  readonly brokenAt: AuditPlace | null;
  /** Of the service's chain, as it was counted; null while there is no entry. */
  readonly head: AuditHead | null;
}

/**
 * Append-only: what was noted is never changed or taken away. There is a chain for each committee and one of the
 * service, into which the ends of all others are put again and again (docs/decisions/audit-log.md).
 */
export interface AuditStore {
  /** Appends outside any other step; `Store.noting` lets a note go with the change it is about. */
  append(note: AuditNote): Promise<void>;
  /** In the order of `newestFirst`. */
  list(scope: AuditScope, page: AuditPage): Promise<readonly LinkedEntry[]>;
  /** Where the chain ends, whoever asks; of the service where none is named; null while it has no entry. */
  head(chain?: AuditChain): Promise<AuditHead | null>;
  /** Puts the ends of the committees' chains that have grown into the service's chain; nothing where none has. */
  digest(at: string): Promise<void>;
  /** Recomputes all chains. */
  check(): Promise<AuditCheck>;
}

/** By instants; entries of one instant chain by chain, by their numbers. */
export function newestFirst(one: AuditPosition, other: AuditPosition): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  const [chain, another] = [one.chain ?? '', other.chain ?? ''];
  if (chain !== another) return chain < another ? -1 : 1;
  return other.number - one.number;
}
