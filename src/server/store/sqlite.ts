import type { CommitteeStore } from './committee-store.ts';
import type { ImportStore } from './import-store.ts';
import { sqliteAccounts } from './sqlite/accounts.ts';
import { sqliteAudit } from './sqlite/audit.ts';
import { sqliteCommittees } from './sqlite/committees.ts';
import { connectTo, openDatabase } from './sqlite/database.ts';
import { sqliteDocuments } from './sqlite/documents.ts';
import { sqliteHalfTerm } from './sqlite/half-term.ts';
import { sqliteImports } from './sqlite/imports.ts';
import { sqliteInvitations } from './sqlite/invitations.ts';
import { sqlitePlans } from './sqlite/plans.ts';
import { sqliteReminders } from './sqlite/reminders.ts';
import { sqliteSessions } from './sqlite/sessions.ts';
import { sqliteSummoned } from './sqlite/summoned.ts';
import { sqliteTies } from './sqlite/ties.ts';
import type { Store } from './store.ts';

export interface CommitteesBeside {
  readonly committees: CommitteeStore;
  readonly imports: ImportStore;
}

/** The committees and imports of a store that is open already, on a further connection: for workers. */
export function committeesBeside(folder: string): CommitteesBeside & { close(): void } {
  const { database, close } = connectTo(folder);
  return { committees: sqliteCommittees(database), imports: sqliteImports(database), close };
}

/** The store in an embedded SQLite file under `folder`, created and migrated when needed. */
export function sqliteStore(folder: string): Store {
  const file = openDatabase(folder);
  const { database } = file;
  return {
    accounts: sqliteAccounts(database),
    audit: sqliteAudit(database),
    invitations: sqliteInvitations(database),
    committees: sqliteCommittees(database),
    sessions: sqliteSessions(file),
    plans: sqlitePlans(database),
    reminders: sqliteReminders(database),
    summoned: sqliteSummoned(database),
    imports: sqliteImports(database),
    halfTerm: sqliteHalfTerm(database),
    documents: sqliteDocuments(database),
    ties: sqliteTies(database),
    folder,
    close: async () => file.close(),
  };
}
