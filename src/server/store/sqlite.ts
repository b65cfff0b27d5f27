import { sqliteAccounts } from './sqlite/accounts.ts';
import { sqliteCommittees } from './sqlite/committees.ts';
import { openDatabase } from './sqlite/database.ts';
import { sqliteTies } from './sqlite/ties.ts';
import type { Store } from './store.ts';

/** The store in an embedded SQLite file under `folder`, created and migrated when needed. */
export function sqliteStore(folder: string): Store {
  const { database, close } = openDatabase(folder);
  return {
    accounts: sqliteAccounts(database),
    committees: sqliteCommittees(database),
    get sessions(): never {
      throw new Error('sessions are not kept in SQLite yet');
    },
    get documents(): never {
      throw new Error('documents are not kept in SQLite yet');
    },
    ties: sqliteTies(database),
    close: async () => close(),
  };
}
