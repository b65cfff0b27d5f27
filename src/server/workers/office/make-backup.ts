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
import { checkChain } from '../../record/check-chain.ts';
import { sessionChecks } from '../../record/session-checks.ts';
import { examineSecret, secretName } from '../../start/data-folder.ts';
import { copyDatabase, DamagedCopy } from '../../store/sqlite/copy-database.ts';
import { databaseName } from '../../store/sqlite/files.ts';
import { sqliteStore } from '../../store/sqlite.ts';
import { storageTrouble } from '../../store/storage-trouble.ts';

/**
 * Makes a backup of a data folder, beside a running service or without one: database, secret and ballot forms, in a
 * folder that has its name only once all of it is on disk and was checked: the file's own integrity, every session
 * against its seals, the chain of every record, the audit log.
 * @param target does not exist yet
 */
export async function makeBackup(
  folder: string,
  target: string,
  at: Date,
): Promise<Ruling<BackupManifest, BackupRefusal>> {
  const place = resolve(target);
  if (existsSync(place)) return refuse('backup-exists');
  if (!existsSync(join(folder, databaseName)) || examineSecret(folder) !== 'whole') return refuse('nothing-to-back-up');
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
    await copyDatabase(folder, part);
    copyFileSync(join(folder, secretName), join(part, secretName));
    cpSync(ownBallotForms, join(part, 'forms'), { recursive: true });
    const altered = await checkCopy(part);
    const manifest: BackupManifest = { format: 1, at: at.toISOString(), altered, files: await hashFiles(part) };
    writeFileSync(join(part, manifestName), JSON.stringify(manifest, null, 2), { mode: 0o600, flush: true });
    flushFolder(part);
    renameSync(part, place);
    flushFolder(dirname(place));
    return accept(manifest);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    const trouble = error instanceof DamagedCopy ? 'database-damaged' : storageTrouble(error);
    if (trouble === undefined) throw error;
    return refuse(trouble);
  }
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
