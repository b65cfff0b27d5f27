import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { RandomBytes } from '../../protocol/arithmetic/random.ts';
import type { Config } from '../config.ts';
import { type LinkKeys, linkKeysIn } from '../store/link-keys.ts';
import { type ClaimRefusal, claimDatabase } from '../store/sqlite/claim.ts';
import { sqliteStore } from '../store/sqlite.ts';
import { type StorageTrouble, storageTrouble } from '../store/storage-trouble.ts';
import type { Store } from '../store/store.ts';
import { examineSecret, holdDataFolder, isSecretOf, tokenSecret } from './data-folder.ts';

/** Why nothing can be run on a data folder; each is for whoever runs the service to mend. */
export type FolderRefusal =
  | 'data-folder-in-use'
  | 'data-folder-is-a-file'
  | 'secret-damaged'
  | 'secret-differs'
  | 'link-keys-not-there'
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
 * Takes a data folder for this process alone; an empty one becomes a new service's.
 * @param secret given by the settings: it must be the folder's own where that has one
 */
export function openDataFolder(
  { dataFolder, linkKeys }: Pick<Config, 'dataFolder' | 'linkKeys'>,
  random: RandomBytes,
  secret?: Uint8Array,
): Ruling<DataFolder, FolderRefusal> {
  const folder = resolve(dataFolder);
  // A disk that is not mounted must not be taken for one without keys.
  if (linkKeys.isChosen && !isWritableFolder(linkKeys.folder)) return refuse('link-keys-not-there');
  try {
    const hold = holdDataFolder(folder);
    if (hold === undefined) return refuse('data-folder-in-use');
    try {
      const opened = open(folder, linkKeysIn(resolve(linkKeys.folder), random), random, secret, hold.release);
      if (!opened.ok) hold.release();
      return opened;
    } catch (error) {
      hold.release();
      throw error;
    }
  } catch (error) {
    const refusal = folderRefusal(error);
    if (refusal === undefined) throw error;
    return refuse(refusal);
  }
}

function open(
  folder: string,
  linkKeys: LinkKeys,
  random: RandomBytes,
  given: Uint8Array | undefined,
  release: () => void,
): Ruling<DataFolder, FolderRefusal> {
  const secret = examineSecret(folder);
  if (secret === 'damaged') return refuse('secret-damaged');
  if (given !== undefined && secret === 'whole' && !isSecretOf(folder, given)) return refuse('secret-differs');
  // A service makes its database before its secret: a secret alone has lost the database that it belongs to.
  const claimed = claimDatabase(folder, secret === 'none');
  if (claimed !== undefined) return refuse(claimed === 'database-locked' ? 'data-folder-in-use' : claimed);
  const store = sqliteStore(folder, linkKeys);
  const close = async () => {
    await store.close();
    release();
  };
  try {
    const kept = tokenSecret(folder, random, given);
    return accept({ store, tokenSecret: kept, isSecretNew: secret === 'none' && given === undefined, close });
  } catch (error) {
    void store.close();
    throw error;
  }
}

function isWritableFolder(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** What an error says of the data folder; undefined where it says nothing of it. */
export function folderRefusal(error: unknown): FolderRefusal | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'data-folder-is-a-file';
  const trouble = storageTrouble(error);
  return trouble === 'database-locked' ? 'data-folder-in-use' : trouble;
}
