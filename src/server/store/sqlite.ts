import { sessionLocks } from './session-locks.ts';
import { sqliteAccounts } from './sqlite/accounts.ts';
import { sqliteAudit } from './sqlite/audit.ts';
import { sqliteCommittees } from './sqlite/committees.ts';
import { connectTo, openDatabase } from './sqlite/database.ts';
import { sqliteDocuments } from './sqlite/documents.ts';
import { sqliteHalfTerm } from './sqlite/half-term.ts';
import { sqliteHealth } from './sqlite/health.ts';
import { sqliteImports } from './sqlite/imports.ts';
import { sqliteInvitations } from './sqlite/invitations.ts';
import { sqlitePlans } from './sqlite/plans.ts';
import { sqliteReminders } from './sqlite/reminders.ts';
import { sqliteSessions } from './sqlite/sessions.ts';
import { sqliteSummoned } from './sqlite/summoned.ts';
import { sqliteTies } from './sqlite/ties.ts';
import type { Store, StoreAddress } from './store.ts';

/** What workers read and change of a store that is open already. */
export type StoresBeside = Pick<Store, 'committees' | 'imports' | 'summoned'>;

/** The same on a further connection, which cannot write where it is to read only. */
export function storesBeside(
  { folder }: StoreAddress,
  how: { readonly readonly: boolean },
): StoresBeside & { close(): void } {
  const { database, close } = connectTo(folder, how);
  return {
    committees: sqliteCommittees(database),
    imports: sqliteImports(database),
    summoned: sqliteSummoned(database),
    close,
  };
}

/** The store in an embedded SQLite file under `folder`, created and migrated when needed. */
export function sqliteStore(folder: string): Store {
  const file = openDatabase(folder);
  const { database } = file;
  const locks = sessionLocks();
  return {
    accounts: sqliteAccounts(database),
    audit: sqliteAudit(database),
    invitations: sqliteInvitations(database),
    committees: sqliteCommittees(database),
    sessions: sqliteSessions(file, locks),
    plans: sqlitePlans(database),
    reminders: sqliteReminders(database),
    summoned: sqliteSummoned(database),
    imports: sqliteImports(database),
    halfTerm: sqliteHalfTerm(database),
    documents: sqliteDocuments(database, locks),
    ties: sqliteTies(database),
    locks,
    health: sqliteHealth(database),
    address: { kind: 'sqlite', folder },
    close: async () => file.close(),
  };
}
