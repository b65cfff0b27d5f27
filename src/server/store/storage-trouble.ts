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

/** What is said of a folder that cannot be made where it is wanted. */
const noPlace = ['ENOENT', 'ENOTDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG'];

/** Undefined for every other error: that is a fault of the service. An error from a worker has kept its code alone. */
export function storageTrouble(error: unknown): StorageTrouble | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, cause, syscall } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') return storageTrouble(cause);
  if (syscall === 'mkdir' && noPlace.includes(code)) return 'storage-not-writable';
  return ofSqlite.find(([beginning]) => code.startsWith(beginning))?.[1] ?? ofSystem[code];
}
