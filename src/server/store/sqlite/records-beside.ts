import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { RecordReads } from '../session-store.ts';
import type { SqliteAddress } from '../store.ts';
import { databaseName } from './files.ts';
import { recordReads } from './records.ts';

/** The records of a store that is open already, on a connection that only reads: for workers. */
export function recordsBeside({ folder }: SqliteAddress): RecordReads & { close(): Promise<void> } {
  const client = new Sqlite(join(folder, databaseName), { readonly: true, fileMustExist: true });
  return { ...recordReads(drizzle({ client })), close: async () => void client.close() };
}
