import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { RandomBytes } from '../../protocol/arithmetic/random.ts';
import type { Config } from '../config.ts';
import { type LinkKeys, linkKeysIn } from '../store/link-keys.ts';
import { type ClaimRefusal, claimDatabase } from '../store/sqlite/claim.ts';
import { databaseName } from '../store/sqlite/files.ts';
import { sqliteStore } from '../store/sqlite.ts';
import { type StorageTrouble, storageTrouble } from '../store/storage-trouble.ts';
import type { Store } from '../store/store.ts';
import { type DatabaseRefusal, databaseRefusal } from '../store/unfit-database.ts';
import { examineSecret, holdDataFolder, isSecretOf, tokenSecret } from './data-folder.ts';

/** Why nothing can be run on a data folder; each is for whoever runs the service to mend. */
export type FolderRefusal =
  | 'data-folder-in-use'
  | 'data-folder-is-a-file'
  | 'secret-damaged'
  | 'secret-differs'
  | 'link-keys-not-there'
  | 'folder-of-embedded-database'
  | DatabaseRefusal
  | Exclude<ClaimRefusal | StorageTrouble, 'database-locked'>;

/** A data folder that this process has for itself. */
export interface DataFolder {
  readonly store: Store;
  readonly tokenSecret: Uint8Array;
  /** Whether it had no secret until now. */
  readonly isSecretNew: boolean;
  /** Closes the store, and lets the next process have the folder. */
  close(): Promise<void>;
}

/**
 * Takes a data folder for this process alone, an empty one becomes a new service's, and opens the database that is embedded
 * in it; or the PostgreSQL database that the settings name, which other nodes may use at the same time.
 * @param secret given by the settings: it must be the folder's own where that has one
 */
export async function openDataFolder(
  { dataFolder, databaseUrl, linkKeys }: Pick<Config, 'dataFolder' | 'databaseUrl' | 'linkKeys'>,
  random: RandomBytes,
  secret?: Uint8Array,
): Promise<Ruling<DataFolder, FolderRefusal>> {
  const folder = resolve(dataFolder);
  // A disk that is not mounted must not be taken for one without keys.
  if (linkKeys.isChosen && !isWritableFolder(linkKeys.folder)) return refuse('link-keys-not-there');
  try {
    const hold = holdDataFolder(folder);
    if (hold === undefined) return refuse('data-folder-in-use');
    try {
      const opened = await openDatabase(folder, databaseUrl, linkKeysIn(resolve(linkKeys.folder), random), secret);
      if (!opened.ok) {
        hold.release();
        return opened;
      }
      const { store, isFresh } = opened.value;
      const close = () => store.close().finally(hold.release);
      try {
        return accept({ store, tokenSecret: tokenSecret(folder, random, secret), isSecretNew: isFresh, close });
      } catch (error) {
        await store.close();
        throw error;
      }
    } catch (error) {
      hold.release();
      throw error;
    }
  } catch (error) {
    const refusal = folderRefusal(error, databaseUrl);
    if (refusal === undefined) throw error;
    return refuse(refusal);
  }
}

async function openDatabase(
  folder: string,
  databaseUrl: string | undefined,
  linkKeys: LinkKeys,
  given: Uint8Array | undefined,
): Promise<Ruling<{ readonly store: Store; readonly isFresh: boolean }, FolderRefusal>> {
  const secret = examineSecret(folder);
  if (secret === 'damaged') return refuse('secret-damaged');
  if (given !== undefined && secret === 'whole' && !isSecretOf(folder, given)) return refuse('secret-differs');
  const isFresh = secret === 'none' && given === undefined;
  if (databaseUrl !== undefined) {
    // Whoever changes over decides what becomes of the votes in there: an empty database would look like a loss.
    if (existsSync(join(folder, databaseName))) return refuse('folder-of-embedded-database');
    // A hall on its embedded database does not load the driver.
    const { postgresStore } = await import('../store/postgres.ts');
    return accept({ store: await postgresStore(databaseUrl, linkKeys), isFresh });
  }
  // A service makes its database before its secret: a secret alone has lost the database that it belongs to.
  const claimed = claimDatabase(folder, secret === 'none');
  if (claimed !== undefined) return refuse(claimed === 'database-locked' ? 'data-folder-in-use' : claimed);
  return accept({ store: sqliteStore(folder, linkKeys), isFresh });
}

/** Tried rather than asked: what a system says of rights is not true of every disk. */
function isWritableFolder(path: string): boolean {
  try {
    rmdirSync(mkdtempSync(join(path, '.try-')));
    return true;
  } catch {
    return false;
  }
}

/** What an error says of the data folder, or of the database that the settings name; undefined where it says nothing of them. */
export function folderRefusal(error: unknown, databaseUrl: string | undefined): FolderRefusal | undefined {
  const ofDatabase = databaseUrl === undefined ? undefined : databaseRefusal(error);
  if (ofDatabase !== undefined) return ofDatabase;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'data-folder-is-a-file';
  const trouble = storageTrouble(error);
  return trouble === 'database-locked' ? 'data-folder-in-use' : trouble;
}
