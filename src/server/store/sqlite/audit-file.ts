import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { AuditChain, AuditHead, AuditPlace } from '../../../domain/audit.ts';
import type { AuditCheck } from '../audit-store.ts';
import { countedHead } from './audit-rows.ts';
import { auditTable, committeeAuditTable } from './audit-schema.ts';
import { checkLog } from './check-log.ts';
import { lacksItsLog } from './claim.ts';
import type { Database } from './connection.ts';
import { databaseName } from './files.ts';

/** The audit log in a data folder, read beside a running service or without one; nothing is written. */
export interface AuditFile {
  check(): AuditCheck;
  hashOf(place: AuditPlace): string | undefined;
  /** Where the chain ends as it was counted. */
  headOf(chain: AuditChain): AuditHead | undefined;
  close(): void;
}

/** Undefined where the folder has no database, or one without its log. Throws what SQLite throws where it cannot be read. */
export function openAuditFile(folder: string): AuditFile | undefined {
  const path = join(folder, databaseName);
  if (!existsSync(path) || lacksItsLog(folder)) return undefined;
  const client = new Sqlite(path, { readonly: true, fileMustExist: true });
  const database = drizzle({ client });
  return {
    check: () => database.transaction((moment) => checkLog(moment as never)),
    hashOf: (place) => hashOf(database as never, place),
    headOf: (chain) => countedHead(database, chain),
    close: () => client.close(),
  };
}

function hashOf(database: Database, { chain, number }: AuditPlace): string | undefined {
  if (chain === null) {
    const { hash } = auditTable;
    return database.select({ hash }).from(auditTable).where(eq(auditTable.number, number)).all()[0]?.hash;
  }
  const { committeeId, hash } = committeeAuditTable;
  const one = and(eq(committeeId, chain), eq(committeeAuditTable.number, number));
  return database.select({ hash }).from(committeeAuditTable).where(one).all()[0]?.hash;
}
