import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { inUse } from './claim.ts';
import { databaseName } from './files.ts';

/** All pages in one step: of one moment, however much is written meanwhile, and no writer waits. */
const wholeFile = 2 ** 31 - 1;

/**
 * Copies the database in `folder` into another folder, beside a running service or without one. Links from voters to
 * phone papers come along sealed (docs/decisions/sealed-links.md), but none in the clear, which a release from before
 * that has left: a backup may outlive the closing at which they are erased. Throws what SQLite throws, and `DamagedCopy`
 * where the copy does not hold together.
 */
export async function copyDatabase(folder: string, target: string): Promise<void> {
  const source = new Sqlite(join(folder, databaseName), { readonly: true, fileMustExist: true });
  try {
    await source.backup(join(target, databaseName), { progress: () => wholeFile });
  } finally {
    source.close();
  }
  const copy = new Sqlite(join(target, databaseName));
  try {
    copy.pragma('journal_mode = DELETE');
    copy.pragma('synchronous = FULL');
    copy.pragma('secure_delete = ON');
    copy.exec('DELETE FROM phone_link');
    // Rows are laid down in the order of their keys, whatever order they came in.
    copy.exec('VACUUM');
    copy.pragma(`user_version = ${inUse.no}`);
    const told = copy.pragma('integrity_check(1)', { simple: true });
    if (told !== 'ok') throw new DamagedCopy();
  } finally {
    copy.close();
  }
}

/** The copy is no whole database: so is its source, or the disk. */
export class DamagedCopy extends Error {
  override readonly name = 'DamagedCopy';
}
