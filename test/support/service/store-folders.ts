import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

/** A folder for a store; it goes when its test file is done, or its process. */
export function newStoreFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-store-'));
  folders.add(folder);
  return folder;
}

export function removeStoreFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

process.once('exit', removeStoreFolders);
