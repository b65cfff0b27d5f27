import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { RandomBytes } from './deps.ts';

/** Makes the folder when needed and holds it: undefined when another process has it. */
export function holdDataFolder(folder: string): { release: () => void } | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // The operating system frees an SQLite lock when its process ends, however it ends; a file with a number would stay.
  const lock = new Sqlite(join(folder, 'in-use.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    return undefined;
  }
  return { release: () => lock.close() };
}

/** The secret that signs tokens: made once, readable by the service's user only, kept out of the database. */
export function tokenSecret(folder: string, random: RandomBytes): Uint8Array {
  const path = join(folder, 'token.secret');
  if (!existsSync(path)) writeFileSync(path, random(32), { mode: 0o600, flag: 'wx', flush: true });
  chmodSync(path, 0o600);
  return readFileSync(path);
}
