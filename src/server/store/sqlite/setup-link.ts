import { written } from '../outcome.ts';
import type { SetupLinkStore } from '../setup-link-store.ts';
import type { Database } from './connection.ts';
import { setupLinkTable } from './nodes-schema.ts';
import type { Atomically } from './steps.ts';

export function sqliteSetupLink(database: Database, atomically: Atomically): SetupLinkStore {
  return {
    hash: async () => database.select({ hash: setupLinkTable.hash }).from(setupLinkTable).get()?.hash ?? null,
    renew: async (hash) =>
      atomically((transaction) => {
        const target = setupLinkTable.id;
        transaction.insert(setupLinkTable).values({ id: 1, hash }).onConflictDoUpdate({ target, set: { hash } }).run();
        return written(undefined);
      }),
    end: async () =>
      atomically((transaction) => {
        const { changes } = transaction.delete(setupLinkTable).run();
        return { value: undefined, wrote: changes > 0 };
      }),
  };
}
