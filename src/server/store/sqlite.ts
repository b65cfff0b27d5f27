import { join } from 'node:path';
import type { AuditIntent } from './audit-intent.ts';
import { type LinkKeys, linkKeysIn, linkKeysName } from './link-keys.ts';
import { sessionLocks } from './session-locks.ts';
import { sqliteAccounts } from './sqlite/accounts.ts';
import { sqliteAudit } from './sqlite/audit.ts';
import { keepFirstRanks } from './sqlite/committee-ranks.ts';
import { sqliteCommittees } from './sqlite/committees.ts';
import { sqliteCountdowns } from './sqlite/countdowns.ts';
import { connectTo, openDatabase } from './sqlite/database.ts';
import { sqliteDocuments } from './sqlite/documents.ts';
import { sqliteHalfTerm } from './sqlite/half-term.ts';
import { sqliteHealth } from './sqlite/health.ts';
import { sqliteImports } from './sqlite/imports.ts';
import { sqliteInvitations } from './sqlite/invitations.ts';
import { forgetLeases, sqliteLeases } from './sqlite/leases.ts';
import { sqlitePlans } from './sqlite/plans.ts';
import { sqliteReminders } from './sqlite/reminders.ts';
import { sqliteRenewals } from './sqlite/renewals.ts';
import { sqliteSessions } from './sqlite/sessions.ts';
import { sqliteSetupLink } from './sqlite/setup-link.ts';
import { stepsOf } from './sqlite/steps.ts';
import { sqliteSummoned } from './sqlite/summoned.ts';
import { sqliteTies } from './sqlite/ties.ts';
import type { SqliteAddress, Store, StoresBeside } from './store.ts';

/**
 * The same on a further connection, which cannot write where it is to read only.
 * @param intent goes with what is changed
 */
export function storesBeside(
  { folder }: SqliteAddress,
  how: { readonly readonly: boolean },
  intent?: AuditIntent,
): StoresBeside {
  const { database, close } = connectTo(folder, how);
  const atomically = stepsOf(database, intent);
  return {
    committees: sqliteCommittees(database, atomically),
    imports: sqliteImports(database, atomically),
    summoned: sqliteSummoned(database, atomically),
    close: async () => close(),
  };
}

/**
 * The store in an embedded SQLite file under `folder`, created and migrated when needed.
 * @param linkKeys by default in a folder below it
 */
export function sqliteStore(folder: string, linkKeys: LinkKeys = linkKeysIn(join(folder, linkKeysName))): Store {
  const file = openDatabase(folder, linkKeys);
  const { database } = file;
  keepFirstRanks(database);
  // This process has the file for itself: whoever had a lease is gone.
  forgetLeases(database);
  const locks = sessionLocks();
  const sessions = sqliteSessions(file, locks, linkKeys);
  const documents = sqliteDocuments(database, locks);
  const noting = (intent?: AuditIntent): Store => {
    const atomically = stepsOf(database, intent);
    return {
      accounts: sqliteAccounts(database, atomically),
      audit: sqliteAudit(database, atomically),
      invitations: sqliteInvitations(database, atomically),
      committees: sqliteCommittees(database, atomically),
      sessions: sessions(atomically),
      plans: sqlitePlans(database, atomically),
      reminders: sqliteReminders(database, atomically),
      summoned: sqliteSummoned(database, atomically),
      imports: sqliteImports(database, atomically),
      halfTerm: sqliteHalfTerm(database, atomically),
      documents,
      ties: sqliteTies(database),
      leases: sqliteLeases(atomically),
      setupLink: sqliteSetupLink(database, atomically),
      renewals: sqliteRenewals(database, atomically),
      countdowns: sqliteCountdowns(database),
      locks,
      linkKeys,
      health: sqliteHealth(database),
      address: { kind: 'sqlite', folder },
      noting,
      close: async () => file.close(),
    };
  };
  return noting();
}
