import type { AccountStore } from './account-store.ts';
import type { AuditIntent } from './audit-intent.ts';
import type { AuditStore } from './audit-store.ts';
import type { CommitteeStore } from './committee-store.ts';
import type { CountdownStore } from './countdown-store.ts';
import type { DocumentStore } from './document-store.ts';
import type { HalfTermStore } from './half-term-store.ts';
import type { ImportStore } from './import-store.ts';
import type { InvitationStore } from './invitation-store.ts';
import type { LeaseStore } from './lease-store.ts';
import type { LinkKeys } from './link-keys.ts';
import type { PlanStore } from './plan-store.ts';
import type { ReminderStore } from './reminder-store.ts';
import type { RenewalStore } from './renewal-store.ts';
import type { SessionLocks } from './session-locks.ts';
import type { SessionStore } from './session-store.ts';
import type { SetupLinkStore } from './setup-link-store.ts';
import type { StorageTrouble } from './storage-trouble.ts';
import type { SummonedStore } from './summoned-store.ts';
import type { TieStore } from './tie-store.ts';

/** Whether the store can do its work. */
export interface StoreHealth {
  /** What the last change met that was tried; null when it was stored. */
  trouble(): StorageTrouble | null;
  /** Reads something; rejected when the store does not answer. */
  answer(): Promise<void>;
  /** What whoever runs the service should mend though everything is stored. */
  warnings(): Promise<readonly StoreWarning[]>;
}

/** `database-logs-parameters`: the database server may write what is stored into its log, where it is not erased. */
export type StoreWarning = 'database-logs-parameters';

/** Where a worker finds the store that its service has open: plain data, which only `storesBeside` and its like understand. */
export type StoreAddress = SqliteAddress | PostgresAddress;

export interface SqliteAddress {
  readonly kind: 'sqlite';
  readonly folder: string;
}

export interface PostgresAddress {
  readonly kind: 'postgres';
  /** With name and password: never in a log. */
  readonly url: string;
}

/**
 * Everything that is kept, in words of the domain. Each method is one atomic step: it loads, calls a pure synchronous
 * decision where there is one, records, and is on disk when its promise resolves. Only `store/` knows what is behind.
 */
export interface Store {
  readonly accounts: AccountStore;
  readonly audit: AuditStore;
  readonly invitations: InvitationStore;
  readonly committees: CommitteeStore;
  readonly sessions: SessionStore;
  readonly plans: PlanStore;
  readonly reminders: ReminderStore;
  readonly summoned: SummonedStore;
  readonly imports: ImportStore;
  readonly halfTerm: HalfTermStore;
  readonly documents: DocumentStore;
  readonly ties: TieStore;
  readonly leases: LeaseStore;
  readonly setupLink: SetupLinkStore;
  readonly renewals: RenewalStore;
  readonly countdowns: CountdownStore;
  readonly locks: SessionLocks;
  /** The one thing that is kept outside what the store keeps, and for as long as ballots come only. */
  readonly linkKeys: LinkKeys;
  readonly health: StoreHealth;
  /** For a worker, to do on a connection of its own what would take long. */
  readonly address: StoreAddress;
  /** The same store; the first step of it that changes something keeps this note. Without one, a store that notes nothing. */
  noting(intent?: AuditIntent): Store;
  /** Resolves when everything is written and the files are free. */
  close(): Promise<void>;
}

/** What workers read and change of a store that is open already. */
export type StoresBeside = Pick<Store, 'committees' | 'imports' | 'summoned'> & { close(): Promise<void> };

/** The store with some of its parts in other hands, whatever note goes with its changes. */
export function withParts(store: Store, partsOf: (store: Store) => Partial<Store>): Store {
  return { ...store, ...partsOf(store), noting: (intent) => withParts(store.noting(intent), partsOf) };
}
