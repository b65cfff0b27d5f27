import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Config } from '../config.ts';
import { flushFile, flushFolder } from '../kit/flush.ts';
import { makeFolder } from '../kit/make-folder.ts';
import { type BackupManifest, dumpName, hashOfFile, readManifest } from '../operate/backup/backup-folder.ts';
import { connectionEnvironment, ProgramFailed, runPostgresProgram } from '../operate/backup/postgres-programs.ts';
import { isEmptyDatabase } from '../store/postgres/database.ts';
import { databaseName } from '../store/sqlite/files.ts';
import { type StorageTrouble, storageTrouble } from '../store/storage-trouble.ts';
import { type DatabaseRefusal, databaseRefusal } from '../store/unfit-database.ts';
import { secretName } from './data-folder.ts';

export type RestoreRefusal =
  | 'no-backup'
  | 'backup-altered'
  | 'folder-not-empty'
  | 'backup-of-embedded-database'
  | 'backup-of-postgres'
  | 'database-not-empty'
  | ProgramFailed['refusal']
  | DatabaseRefusal
  | StorageTrouble;

/** Reads what a backup says of itself and compares every file with it. */
export async function examineBackup(
  backup: string,
): Promise<Ruling<BackupManifest, 'no-backup' | 'backup-altered' | StorageTrouble>> {
  try {
    const manifest = readManifest(backup);
    if (manifest === undefined) return refuse('no-backup');
    const isWhole = secretName in manifest.files && (databaseName in manifest.files || dumpName in manifest.files);
    if (!isWhole) return refuse('no-backup');
    for (const [name, hash] of Object.entries(manifest.files)) {
      const path = join(backup, name);
      if (!existsSync(path) || (await hashOfFile(path)) !== hash) return refuse('backup-altered');
    }
    return accept(manifest);
  } catch (error) {
    const trouble = storageTrouble(error);
    if (trouble === undefined) throw error;
    return refuse(trouble);
  }
}

/**
 * Puts a backup into what the settings name: a PostgreSQL database that is empty yet, or a data folder without one.
 */
export async function restoreBackup(
  backup: string,
  { dataFolder, databaseUrl }: Pick<Config, 'dataFolder' | 'databaseUrl'>,
): Promise<Ruling<BackupManifest, RestoreRefusal>> {
  const examined = await examineBackup(backup);
  if (!examined.ok) return examined;
  const isDump = dumpName in examined.value.files;
  if (databaseUrl === undefined) {
    return isDump ? refuse('backup-of-postgres') : restoreFolder(backup, dataFolder, examined.value);
  }
  return isDump
    ? await restoreDump(backup, resolve(dataFolder), databaseUrl, examined.value)
    : refuse('backup-of-embedded-database');
}

/**
 * All of the database or nothing; the secret before it, so that no service begins without. A folder that holds another
 * service's secret, or a database, is not that of this one.
 */
async function restoreDump(
  backup: string,
  folder: string,
  databaseUrl: string,
  manifest: BackupManifest,
): Promise<Ruling<BackupManifest, RestoreRefusal>> {
  try {
    if (existsSync(join(folder, databaseName)) || existsSync(join(folder, secretName)))
      return refuse('folder-not-empty');
    if (!(await isEmptyDatabase(databaseUrl))) return refuse('database-not-empty');
    putFile(backup, folder, secretName);
    const how = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges'];
    const into = `--dbname=${connectionEnvironment(databaseUrl).PGDATABASE}`;
    try {
      await runPostgresProgram('pg_restore', [...how, into, join(backup, dumpName)], databaseUrl);
    } catch (error) {
      rmSync(join(folder, secretName));
      throw error;
    }
    return accept(manifest);
  } catch (error) {
    const refusal = error instanceof ProgramFailed ? error.refusal : (databaseRefusal(error) ?? storageTrouble(error));
    if (refusal === undefined) throw error;
    return refuse(refusal);
  }
}

/**
 * Puts a backup into a data folder that has no database yet. The database has its name last: a service never starts on
 * half of it, and what was interrupted can be done again.
 */
function restoreFolder(backup: string, path: string, manifest: BackupManifest): Ruling<BackupManifest, RestoreRefusal> {
  const folder = resolve(path);
  try {
    if (['', '-wal'].some((end) => existsSync(join(folder, databaseName + end)))) return refuse('folder-not-empty');
    for (const name of [secretName, databaseName]) putFile(backup, folder, name);
    return accept(manifest);
  } catch (error) {
    const trouble = storageTrouble(error);
    if (trouble === undefined) throw error;
    return refuse(trouble);
  }
}

/** Has its name only once it is whole and on disk. */
function putFile(backup: string, folder: string, name: string): void {
  makeFolder(folder);
  const part = join(folder, `${name}.restored`);
  copyFileSync(join(backup, name), part);
  flushFile(part);
  renameSync(part, join(folder, name));
  flushFolder(folder);
}
