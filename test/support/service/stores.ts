import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { memoryStore } from '../../../src/server/store/memory.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import type { Store } from '../../../src/server/store/store.ts';

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

/** For `describe.each`: every store must pass the same suites. */
export const stores: [name: string, open: () => Store][] = [
  ['memory', () => keep(memoryStore())],
  ['sqlite', () => keep(sqliteStore(newFolder()))],
];
