import { written } from '../outcome.ts';
import type { SetupLinkStore } from '../setup-link-store.ts';
import type { Database } from './connection.ts';
import { setupLinkTable } from './nodes-schema.ts';
import type { Atomically } from './steps.ts';

export function postgresSetupLink(database: Database, atomically: Atomically): SetupLinkStore {
  return {
    hash: async () => {
      const [link] = await database.select({ hash: setupLinkTable.hash }).from(setupLinkTable);
      return link?.hash ?? null;
    },
    renew: async (hash) =>
      atomically(async (transaction) => {
        const target = setupLinkTable.id;
        await transaction.insert(setupLinkTable).values({ id: 1, hash }).onConflictDoUpdate({ target, set: { hash } });
        return written(undefined);
      }),
    end: async () =>
      atomically(async (transaction) => {
        const { rowCount } = await transaction.delete(setupLinkTable);
        return { value: undefined, wrote: rowCount !== 0 };
      }),
  };
}
