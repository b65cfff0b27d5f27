import Sqlite from 'better-sqlite3';

/** What can be wrong with where everything is kept, as far as whoever runs the service can mend it. */
export type StorageTrouble =
  /** No room, or a quota is used up; nothing that was asked was stored. */
  | 'storage-full'
  /** Somebody else's file, folder or device: not to be written. */
  | 'storage-not-writable'
  /** The device itself does not read or write. */
  | 'storage-failing'
  | 'database-damaged'
  | 'not-a-database'
  | 'database-locked';

/** Beginnings of SQLite's result codes (https://www.sqlite.org/rescode.html), the longer ones first. */
const ofSqlite: readonly (readonly [string, StorageTrouble])[] = [
  ['SQLITE_FULL', 'storage-full'],
  // SQLite knows ENOSPC alone as "full"; a quota (EDQUOT) and a limit on files (EFBIG) end in these.
  ['SQLITE_IOERR_WRITE', 'storage-full'],
  ['SQLITE_IOERR_SHMSIZE', 'storage-full'],
  ['SQLITE_IOERR', 'storage-failing'],
  ['SQLITE_READONLY', 'storage-not-writable'],
  ['SQLITE_CANTOPEN', 'storage-not-writable'],
  ['SQLITE_PERM', 'storage-not-writable'],
  ['SQLITE_CORRUPT', 'database-damaged'],
  ['SQLITE_NOTADB', 'not-a-database'],
  ['SQLITE_BUSY', 'database-locked'],
  ['SQLITE_LOCKED', 'database-locked'],
];

const ofSystem: Readonly<Record<string, StorageTrouble>> = {
  ENOSPC: 'storage-full',
  EDQUOT: 'storage-full',
  EFBIG: 'storage-full',
  EIO: 'storage-failing',
  EACCES: 'storage-not-writable',
  EPERM: 'storage-not-writable',
  EROFS: 'storage-not-writable',
};

/** Errors that come out of a worker have lost their class and code; what SQLite says is the same in every version. */
const ofMessage: Readonly<Record<string, StorageTrouble>> = {
  'database or disk is full': 'storage-full',
  'disk I/O error': 'storage-failing',
  'database disk image is malformed': 'database-damaged',
  'file is not a database': 'not-a-database',
  'attempt to write a readonly database': 'storage-not-writable',
};

/** Undefined for every other error: that is a fault of the service. */
export function storageTrouble(error: unknown): StorageTrouble | undefined {
  if (error instanceof Sqlite.SqliteError) return ofSqlite.find(([code]) => error.code.startsWith(code))?.[1];
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  return ofSystem[code ?? ''] ?? ofMessage[error.message] ?? storageTrouble(error.cause);
}
