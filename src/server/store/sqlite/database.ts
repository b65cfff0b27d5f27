import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { nameOrderKey } from '../../../domain/roster/name-order-key.ts';
import { codeKey } from '../../../domain/text/code-key.ts';
import { searchKey } from '../../../domain/text/search-key.ts';
import { textKey } from '../../../domain/text/text-key.ts';
import { makeFolder } from '../../kit/make-folder.ts';
import { bytesDigest } from '../digest.ts';
import type { StoredDocument } from '../document-store.ts';
import type { LinkKeys } from '../link-keys.ts';
import { documentDigest } from '../session-seal.ts';
import { storageTrouble } from '../storage-trouble.ts';
import { inUse } from './claim.ts';
import type { Database } from './connection.ts';
import { databaseName } from './files.ts';
import { sealEarlierLinks } from './link-rows.ts';
import { nameOldestRelease } from './oldest-release.ts';
import { runMigrations } from './run-migrations.ts';
import { sealingAnew } from './sealing-anew.ts';
import { imageInNewWords, inNewWords } from './words-of-before.ts';

/** Milliseconds. */
export const busyTimeout = 'busy_timeout = 5000';

/** Kibibytes, for each connection, beside what the system keeps of the file; the library would take sixteen thousand. */
const pagesKept = 'cache_size = -4000';

export interface DatabaseFile {
  readonly database: Database;
  /**
   * Moves everything into the file and cuts the log, in which what was erased since would live on. False when another
   * connection is reading the log: then try again later.
   */
  emptyLog(): boolean;
  close(): void;
}

/**
 * Opens and migrates the database in `folder`. What is committed is on disk (promise 3: WAL with `synchronous=FULL`);
 * what is deleted is overwritten, so that erased links do not live on in free pages.
 */
export function openDatabase(folder: string, keys: LinkKeys): DatabaseFile {
  makeFolder(folder);
  const client = connect(folder);
  const database = drizzle({ client });
  // Migrations may rebuild tables that others refer to; the references are checked when they are done.
  client.pragma('foreign_keys = OFF');
  nameOldestRelease(client);
  sealingAnew(database, (transaction) => {
    runMigrations(transaction);
    sealEarlierLinks(transaction, keys);
  });
  nameOldestRelease(client);
  client.pragma('foreign_keys = ON');
  const emptyLog = () => {
    // Waiting for a reader would hold everybody else up.
    client.pragma('busy_timeout = 0');
    const isBusy = client.pragma('wal_checkpoint(TRUNCATE)', { simple: true });
    client.pragma(busyTimeout);
    return isBusy === 0;
  };
  // Into the file's header before anything else comes: a copy of the file alone shows that its log is missing.
  client.pragma(`user_version = ${inUse.yes}`);
  // A process may have been killed between erasing links and emptying the log. Nobody is served yet, so it can wait.
  client.pragma('wal_checkpoint(TRUNCATE)');
  const close = () => {
    if (!client.open) return;
    // Makes room for the mark where the disk is full.
    emptyLog();
    try {
      client.pragma(`user_version = ${inUse.no}`);
    } catch (error) {
      if (storageTrouble(error) === undefined) throw error;
      // Closing would delete the log while the mark says that there is one: it ends as a killed process does.
      return;
    }
    client.close();
  };
  return { database, emptyLog, close };
}

/** A further connection to a database that is open already, for a worker that reads or writes much at once. */
export function connectTo(
  folder: string,
  { readonly }: { readonly readonly: boolean },
): { readonly database: Database; close(): void } {
  const client = connect(folder);
  client.pragma('foreign_keys = ON');
  if (readonly) client.pragma('query_only = ON');
  return { database: drizzle({ client }), close: () => client.close() };
}

function connect(folder: string): Sqlite.Database {
  const client = new Sqlite(join(folder, databaseName));
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('secure_delete = ON');
  client.pragma(pagesKept);
  client.pragma(busyTimeout);
  // Migrations fill columns of keys, and searches compare names, which SQL alone cannot do.
  client.function('search_key', { deterministic: true }, (text) => searchKey(String(text)));
  client.function('name_order_key', { deterministic: true }, (text) => nameOrderKey(String(text)));
  client.function('text_key', { deterministic: true }, (text) => textKey(String(text)));
  client.function('code_key', { deterministic: true }, (text) => codeKey(String(text)));
  client.function('in_new_words', { deterministic: true }, (kind, text) =>
    inNewWords(String(kind) as Parameters<typeof inNewWords>[0], String(text)),
  );
  client.function('image_in_new_words', { deterministic: true }, (image, candidates) =>
    imageInNewWords(String(image), String(candidates)),
  );
  client.function('bytes_digest', { deterministic: true }, (bytes) => bytesDigest(bytes as Uint8Array));
  const digestOfDocument = (
    sessionId: unknown,
    id: unknown,
    kind: unknown,
    subjectId: unknown,
    title: unknown,
    hash: unknown,
  ) => documentDigest({ sessionId, id, kind, subjectId, title } as StoredDocument, String(hash));
  client.function('document_digest', { deterministic: true }, digestOfDocument);
  return client;
}
