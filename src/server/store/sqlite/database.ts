import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { searchKey } from '../../../domain/search-key.ts';
import { pendingIntent } from '../audit-intent.ts';
import { appendNote, totalChanges } from './audit-rows.ts';

export type Database = BetterSQLite3Database;

/** Milliseconds. */
const busyTimeout = 'busy_timeout = 5000';

const migrationsFolder = fileURLToPath(new URL('../../../../migrations/sqlite', import.meta.url));

export interface DatabaseFile {
  readonly database: Database;
  /** Changes when another connection has written to the file. */
  dataVersion(): number;
  /**
   * Moves everything into the file and cuts the log, in which what was erased since would live on. False when another
   * connection is reading the log: then try again later.
   */
  emptyLog(): boolean;
  close(): void;
}

/**
 * Opens and migrates the database in `folder`. What is committed is on disk (promise 3: WAL with `synchronous=FULL`);
 * what is deleted is overwritten, so that erased links do not live on in free pages.
 */
export function openDatabase(folder: string): DatabaseFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const client = new Sqlite(join(folder, 'phieu.sqlite'));
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('secure_delete = ON');
  client.pragma(busyTimeout);
  const database = drizzle({ client });
  // Migrations fill columns of keys, which SQL alone cannot make.
  client.function('search_key', { deterministic: true }, (text) => searchKey(String(text)));
  // Migrations may rebuild tables that others refer to; the references are checked when they are done.
  client.pragma('foreign_keys = OFF');
  migrate(database, { migrationsFolder });
  client.pragma('foreign_keys = ON');
  const emptyLog = () => {
    // Waiting for a reader would hold everybody else up.
    client.pragma('busy_timeout = 0');
    const isBusy = client.pragma('wal_checkpoint(TRUNCATE)', { simple: true });
    client.pragma(busyTimeout);
    return isBusy === 0;
  };
  // A process may have been killed between erasing links and emptying the log.
  emptyLog();
  const dataVersion = () => Number(client.pragma('data_version', { simple: true }));
  return { database, dataVersion, emptyLog, close: () => client.close() };
}

/**
 * One atomic step; better-sqlite3 is synchronous, so `step` must be too. Every change goes through here: the first one
 * of an operation that is noted in the audit log keeps its note with it.
 */
export function atomically<Value>(database: Database, step: (transaction: Database) => Value): Value {
  const intent = pendingIntent();
  let isNoted = false;
  const value = database.transaction(
    (inner) => {
      const transaction = inner as unknown as Database;
      if (intent === undefined) return step(transaction);
      const before = totalChanges(transaction);
      const result = step(transaction);
      isNoted = totalChanges(transaction) !== before;
      if (isNoted) appendNote(transaction, intent.note);
      return result;
    },
    { behavior: 'immediate' },
  );
  // Only now is it certain that both are kept.
  if (intent !== undefined && isNoted) intent.isKept = true;
  return value;
}
