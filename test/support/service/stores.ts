import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { newPostgresDatabase, newPostgresStore, openPostgresStore } from './new-postgres-store.ts';
import { newStore } from './new-store.ts';

/** A folder that is removed after the test that asks for it. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A store that is closed after the test, before its folder goes. */
export function keep(store: Store): Store {
  onTestFinished(() => store.close());
  return store;
}

type NamedStore = [name: string, open: () => Promise<Store>];

/** For `describe.each`: suites of parts that are in one store alone. */
export const stores: NamedStore[] = [['sqlite', async () => keep(newStore())]];

/** For `describe.each`: every store must pass the same suites. */
export const bothStores: NamedStore[] = [...stores, ['postgres', async () => keep(await newPostgresStore())]];

type NamedNodes = [name: string, open: () => Promise<readonly [Store, Store]>];

/** For `describe.each`: one database, as two nodes have it open. */
export const nodesOfOne: NamedNodes[] = [
  [
    'sqlite',
    async () => {
      const one = keep(newStore());
      return [one, keep(sqliteStore(folderOf(one)))];
    },
  ],
  [
    'postgres',
    async () => {
      const url = await newPostgresDatabase();
      return [keep(await openPostgresStore(url)), keep(await openPostgresStore(url))];
    },
  ],
];

/** Where the database of a store in SQLite lies. */
export function folderOf({ address }: Store): string {
  if (address.kind !== 'sqlite') throw new Error('this store is in no folder');
  return address.folder;
}
