import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { AuditCheck } from '../audit-store.ts';
import { checkLog } from './audit.ts';
import { auditTable } from './audit-schema.ts';
import { lacksItsLog } from './claim.ts';
import { databaseName } from './files.ts';

/** The audit log in a data folder, read beside a running service or without one; nothing is written. */
export interface AuditFile {
  check(): AuditCheck;
  hashOf(number: number): string | undefined;
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
    hashOf: (number) =>
      database.select({ hash: auditTable.hash }).from(auditTable).where(eq(auditTable.number, number)).all()[0]?.hash,
    close: () => client.close(),
  };
}
