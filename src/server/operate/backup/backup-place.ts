import { mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../kit/make-folder.ts';

/** Why a folder cannot take backups as long as its setting, or what it names, stays as it is. */
export type PlaceRefusal = 'backup-folder-is-a-file' | 'backup-folder-not-writable';

const refusals: Readonly<Record<string, PlaceRefusal>> = {
  EEXIST: 'backup-folder-is-a-file',
  ENOTDIR: 'backup-folder-is-a-file',
  ENOENT: 'backup-folder-not-writable',
  EACCES: 'backup-folder-not-writable',
  EPERM: 'backup-folder-not-writable',
  EROFS: 'backup-folder-not-writable',
  ELOOP: 'backup-folder-not-writable',
  ENAMETOOLONG: 'backup-folder-not-writable',
};

/** What an error says of the folder for backups; undefined where it says nothing of it. */
export function placeRefusal(error: unknown): PlaceRefusal | undefined {
  return refusals[(error as NodeJS.ErrnoException).code ?? ''];
}

/**
 * Makes the folder for backups and tries whether something can be made in it. A disk that is full or fails is no reason
 * to refuse the start: the first backup tells of it, and people go on voting.
 */
export function tryBackupPlace(folder: string): PlaceRefusal | undefined {
  try {
    makeFolder(folder);
    rmdirSync(mkdtempSync(join(folder, '.try-')));
    return undefined;
  } catch (error) {
    return placeRefusal(error);
  }
}
