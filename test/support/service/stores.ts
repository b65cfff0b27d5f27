import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Store } from '../../../src/server/store/store.ts';
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

/** For `describe.each`: every store must pass the same suites. */
export const stores: [name: string, open: () => Store][] = [['sqlite', () => keep(newStore())]];
