import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkKeysIn } from '../../../src/server/store/link-keys.ts';
import { openDatabase } from '../../../src/server/store/sqlite/database.ts';
import { databaseName } from '../../../src/server/store/sqlite/files.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { newStoreFolder } from './store-folders.ts';

let template: Uint8Array | undefined;

/** An empty database as its last migration leaves it: migrating takes longer than most tests. */
function migrated(): Uint8Array {
  const folder = newStoreFolder();
  openDatabase(folder, linkKeysIn(folder)).close();
  const bytes = readFileSync(join(folder, databaseName));
  rmSync(folder, { recursive: true });
  return bytes;
}

/** An empty store of its own, in a folder that goes with the test file. */
export function newStore(): Store {
  template ??= migrated();
  const folder = newStoreFolder();
  writeFileSync(join(folder, databaseName), template);
  return sqliteStore(folder);
}
