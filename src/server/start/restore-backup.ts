import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { flushFile, flushFolder } from '../kit/flush.ts';
import { makeFolder } from '../kit/make-folder.ts';
import { type BackupManifest, hashOfFile, readManifest } from '../operate/backup/backup-folder.ts';
import { databaseName } from '../store/sqlite/files.ts';
import { type StorageTrouble, storageTrouble } from '../store/storage-trouble.ts';
import { secretName } from './data-folder.ts';

export type RestoreRefusal = 'no-backup' | 'backup-altered' | 'folder-not-empty' | StorageTrouble;

/** Reads what a backup says of itself and compares every file with it. */
export async function examineBackup(
  backup: string,
): Promise<Ruling<BackupManifest, 'no-backup' | 'backup-altered' | StorageTrouble>> {
  try {
    const manifest = readManifest(backup);
    if (manifest === undefined) return refuse('no-backup');
    for (const name of [databaseName, secretName]) if (!(name in manifest.files)) return refuse('no-backup');
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
 * Puts a backup into a data folder that has no database yet. The database has its name last: a service never starts on
 * half of it, and what was interrupted can be done again.
 */
export async function restoreBackup(backup: string, path: string): Promise<Ruling<BackupManifest, RestoreRefusal>> {
  const examined = await examineBackup(backup);
  if (!examined.ok) return examined;
  const folder = resolve(path);
  try {
    if (['', '-wal'].some((end) => existsSync(join(folder, databaseName + end)))) return refuse('folder-not-empty');
    makeFolder(folder);
    for (const name of [secretName, databaseName]) {
      const part = join(folder, `${name}.restored`);
      copyFileSync(join(backup, name), part);
      flushFile(part);
      renameSync(part, join(folder, name));
    }
    flushFolder(folder);
    return examined;
  } catch (error) {
    const trouble = storageTrouble(error);
    if (trouble === undefined) throw error;
    return refuse(trouble);
  }
}
