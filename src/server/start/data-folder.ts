import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { RandomBytes } from '../../protocol/arithmetic/random.ts';
import { makeFolder } from '../kit/make-folder.ts';

export const secretName = 'token.secret';
/** Bytes. */
const secretLength = 32;

/**
 * Makes the folder when needed and holds it: undefined when another process has it. Throws what the system or SQLite
 * throws where the folder cannot be made or written.
 */
export function holdDataFolder(folder: string): { release: () => void } | undefined {
  makeFolder(folder);
  // The operating system frees an SQLite lock when its process ends, however it ends; a file with a number would stay.
  const lock = new Sqlite(join(folder, 'in-use.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
  return { release: () => lock.close() };
}

/** Whether the folder has a secret, and a whole one: a shorter one could be guessed. */
export function examineSecret(folder: string): 'none' | 'whole' | 'damaged' {
  const path = join(folder, secretName);
  if (!existsSync(path)) return 'none';
  return statSync(path).size < secretLength ? 'damaged' : 'whole';
}

/** Whether this is the folder's secret. */
export function isSecretOf(folder: string, secret: Uint8Array): boolean {
  return readFileSync(join(folder, secretName)).equals(secret);
}

/**
 * The secret that signs tokens: made once, readable by the service's user only, kept out of the database.
 * @param given kept instead of a new one
 */
export function tokenSecret(folder: string, random: RandomBytes, given?: Uint8Array): Uint8Array {
  const path = join(folder, secretName);
  if (!existsSync(path)) {
    // Under another name first: a process that is killed meanwhile leaves no half of it.
    writeFileSync(`${path}.new`, given ?? random(secretLength), { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
  }
  chmodSync(path, 0o600);
  return readFileSync(path);
}
