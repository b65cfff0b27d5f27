import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { memoryStore } from '../../src/server/store/memory.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import type { Store } from '../../src/server/store/store.ts';

const folders: string[] = [];
const opened: Store[] = [];

/** A folder that is removed after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-store-'));
  folders.push(folder);
  return folder;
}

/** A store that is closed after the test. */
export function keep(store: Store): Store {
  opened.push(store);
  return store;
}

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** For `describe.each`: every store must pass the same suites. */
export const stores: [name: string, open: () => Store][] = [
  ['memory', () => keep(memoryStore())],
  ['sqlite', () => keep(sqliteStore(newFolder()))],
];
