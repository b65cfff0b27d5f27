import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { databaseName } from './files.ts';
import { isTooNew, newestMigration } from './oldest-release.ts';

/** Why a database must not be opened for writing. */
export type ClaimRefusal = 'database-missing' | 'database-without-log' | 'database-newer' | 'database-locked';

/** In the header of the file (`user_version`): whether a service has it open, or was killed while it had. */
export const inUse = { yes: 1, no: 0 } as const;

/** Milliseconds; a backup or `verify-audit` beside a service is through with its moment by then. */
const busyTimeout = 1000;

/**
 * Makes sure that this process alone will write to the database in `folder`, and that nothing of it is missing; what a
 * killed service left in the log is moved into the file. To be called while no connection of this process is open.
 * @param isNew whether there may be none yet
 * @returns undefined when it may be opened. Throws what SQLite throws where it cannot be read.
 */
export function claimDatabase(folder: string, isNew: boolean): ClaimRefusal | undefined {
  const path = join(folder, databaseName);
  const isThere = existsSync(path) && statSync(path).size > 0;
  if (!isThere) return isNew && !hasLog(path) ? undefined : 'database-missing';
  if (lacksItsLog(folder)) return 'database-without-log';
  const client = new Sqlite(path, { timeout: busyTimeout });
  try {
    return examine(client, isNew);
  } finally {
    client.close();
  }
}

function examine(client: Sqlite.Database, isNew: boolean): ClaimRefusal | undefined {
  // Every connection keeps a shared lock for as long as it is open, so this one is to be had only while nobody has the
  // database. It lives with the process, and no file can be deleted to get around it.
  client.pragma('locking_mode = EXCLUSIVE');
  try {
    client.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return 'database-locked';
    throw error;
  }
  if (newestMigration(client) === undefined && !isNew) return 'database-missing';
  if (isTooNew(client)) return 'database-newer';
  // Closing deletes the log, which the mark would then miss.
  client.pragma(`user_version = ${inUse.no}`);
  return undefined;
}

/**
 * Whether the file was copied from beneath a running service without the log beside it: then everything since the last
 * checkpoint is missing, acknowledged ballots too. Read without SQLite, which would make a new log at once; so never
 * while this process has the database open, since closing any file of it gives up SQLite's locks (POSIX).
 */
export function lacksItsLog(folder: string): boolean {
  const path = join(folder, databaseName);
  return existsSync(path) && !hasLog(path) && readMark(path) === inUse.yes;
}

function hasLog(path: string): boolean {
  return existsSync(`${path}-wal`);
}

/** https://www.sqlite.org/fileformat2.html#user_version_number */
function readMark(path: string): number {
  const bytes = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, bytes.length, 60);
  } finally {
    closeSync(file);
  }
  return bytes.readUInt32BE();
}
