import { copyFileSync, cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { accept, type Ruling, refuse } from '../../../domain/ruling.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { flushFile, flushFolder } from '../../kit/flush.ts';
import { makeFolder } from '../../kit/make-folder.ts';
import { ownBallotForms } from '../../meeting/ballot-forms.ts';
import {
  type BackupManifest,
  type BackupRefusal,
  hashOfFile,
  manifestName,
} from '../../operate/backup/backup-folder.ts';
import { ProgramFailed } from '../../operate/backup/postgres-programs.ts';
import { checkChain } from '../../record/check-chain.ts';
import { sessionChecks } from '../../record/session-checks.ts';
import { examineSecret, secretName } from '../../start/data-folder.ts';
import { copyDatabase, DamagedCopy } from '../../store/sqlite/copy-database.ts';
import { databaseName } from '../../store/sqlite/files.ts';
import { sqliteStore } from '../../store/sqlite.ts';
import { storageTrouble } from '../../store/storage-trouble.ts';
import { databaseRefusal } from '../../store/unfit-database.ts';
import { copyPostgres } from './copy-postgres.ts';

/** Where a service keeps everything. */
export interface KeptAt {
  readonly folder: string;
  /** A PostgreSQL database; undefined where it is embedded in the folder. */
  readonly databaseUrl: string | undefined;
}

/**
 * Makes a backup of what a service keeps, beside a running one or without: database, secret and ballot forms, in a
 * folder that has its name only once all of it is on disk and was checked: the file's own integrity, every session
 * against its seals, the chain of every record, the audit log.
 * @param target does not exist yet
 */
export async function makeBackup(
  { folder, databaseUrl }: KeptAt,
  target: string,
  at: Date,
): Promise<Ruling<BackupManifest, BackupRefusal>> {
  const place = resolve(target);
  if (existsSync(place)) return refuse('backup-exists');
  const isThere = databaseUrl !== undefined || existsSync(join(folder, databaseName));
  if (!isThere || examineSecret(folder) !== 'whole') return refuse('nothing-to-back-up');
  try {
    makeFolder(dirname(place));
  } catch (error) {
    const trouble = storageTrouble(error);
    if (trouble === undefined) throw error;
    return refuse(trouble);
  }
  const part = `${place}.part`;
  try {
    rmSync(part, { recursive: true, force: true });
    makeFolder(part);
    const altered =
      databaseUrl === undefined ? await copyEmbedded(folder, part) : await copyPostgres(databaseUrl, part);
    copyFileSync(join(folder, secretName), join(part, secretName));
    cpSync(ownBallotForms, join(part, 'forms'), { recursive: true });
    const manifest: BackupManifest = { format: 1, at: at.toISOString(), altered, files: await hashFiles(part) };
    writeFileSync(join(part, manifestName), JSON.stringify(manifest, null, 2), { mode: 0o600, flush: true });
    flushFolder(part);
    renameSync(part, place);
    flushFolder(dirname(place));
    return accept(manifest);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    const refusal = refusalOf(error, databaseUrl);
    if (refusal === undefined) throw error;
    return refuse(refusal);
  }
}

function refusalOf(error: unknown, databaseUrl: string | undefined): BackupRefusal | undefined {
  if (error instanceof DamagedCopy) return 'database-damaged';
  if (error instanceof ProgramFailed) return error.refusal;
  return (databaseUrl === undefined ? undefined : databaseRefusal(error)) ?? storageTrouble(error);
}

async function copyEmbedded(folder: string, part: string): Promise<SessionId[]> {
  await copyDatabase(folder, part);
  return await checkCopy(part);
}

/** The sessions that are not what was written. One that is altered stops no backup of the others. */
async function checkCopy(part: string): Promise<SessionId[]> {
  const store = sqliteStore(part);
  try {
    await sessionChecks(store, (record) => checkChain(store.sessions, record)).others();
    return store.locks.list().map(({ sessionId }) => sessionId);
  } finally {
    await store.close();
  }
}

async function hashFiles(part: string): Promise<Record<string, string>> {
  const files = readdirSync(part, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const hashes: Record<string, string> = {};
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    flushFile(path);
    hashes[path.slice(part.length + 1).replaceAll('\\', '/')] = await hashOfFile(path);
  }
  return hashes;
}
