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
  | 'database-locked'
  /** The server of the database does not answer, or takes no more connections; nothing that was asked was stored. */
  | 'database-away';

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

/** Beginnings of PostgreSQL's codes (https://www.postgresql.org/docs/15/errcodes-appendix.html), the longer ones first. */
const ofPostgres: readonly (readonly [string, StorageTrouble])[] = [
  ['53100', 'storage-full'],
  // Too many connections, no memory for another, its limits.
  ['53', 'database-away'],
  // Shut down by its administrator, crashed, still starting.
  ['57P0', 'database-away'],
  ['08', 'database-away'],
  // Who it was let in as, or what it is called, is no longer so.
  ['28', 'database-away'],
  ['3D000', 'database-away'],
  ['25006', 'storage-not-writable'],
  ['42501', 'storage-not-writable'],
  ['58', 'storage-failing'],
  ['XX001', 'database-damaged'],
  ['XX002', 'database-damaged'],
];

/** What `pg` says of a connection without giving a code. */
const ofConnections = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'The server does not support SSL connections',
  'There was an error establishing an SSL connection',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
];

const ofSystem: Readonly<Record<string, StorageTrouble>> = {
  ENOSPC: 'storage-full',
  EDQUOT: 'storage-full',
  EFBIG: 'storage-full',
  EIO: 'storage-failing',
  EACCES: 'storage-not-writable',
  EPERM: 'storage-not-writable',
  EROFS: 'storage-not-writable',
  ECONNREFUSED: 'database-away',
  ECONNRESET: 'database-away',
  EPIPE: 'database-away',
  ETIMEDOUT: 'database-away',
  EHOSTUNREACH: 'database-away',
  ENETUNREACH: 'database-away',
  ENOTFOUND: 'database-away',
  EAI_AGAIN: 'database-away',
};

/** What is said of a folder that cannot be made where it is wanted. */
const noPlace = ['ENOENT', 'ENOTDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG'];

/** Undefined for every other error: that is a fault of the service. An error from a worker has kept its code alone. */
export function storageTrouble(error: unknown): StorageTrouble | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, cause, syscall } = error as NodeJS.ErrnoException;
  if (ofConnections.some((beginning) => error.message.startsWith(beginning))) return 'database-away';
  if (typeof code !== 'string') return storageTrouble(cause);
  // A request that its sender gave up; of a socket of ours the system says in which call.
  if (code === 'ECONNRESET' && syscall === undefined) return undefined;
  if (syscall === 'mkdir' && noPlace.includes(code)) return 'storage-not-writable';
  return [...ofSqlite, ...ofPostgres].find(([beginning]) => code.startsWith(beginning))?.[1] ?? ofSystem[code];
}
