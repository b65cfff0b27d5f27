import { codeOf } from '../kit/error-code.ts';
import { storageTrouble } from './storage-trouble.ts';

/** Why a PostgreSQL database cannot be used as it is; each is for whoever runs the service to mend. */
export type DatabaseRefusal =
  | 'database-away'
  | 'database-password-wrong'
  | 'database-unknown'
  | 'database-version-unfit'
  | 'database-without-rights'
  | 'database-of-newer-release'
  | 'database-not-utf8'
  | 'database-read-only'
  | 'database-disk-full'
  | 'database-not-trusted';

/** What a look at a database has found; its message says nothing of where that is. */
export class UnfitDatabase extends Error {
  override readonly name = 'UnfitDatabase';
  readonly refusal: DatabaseRefusal;

  constructor(refusal: DatabaseRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** Beginnings of codes of PostgreSQL, of the system and of TLS. */
const ofCodes: readonly (readonly [string, DatabaseRefusal])[] = [
  // Its own name for both: a role that there is not, and a password that is not its own.
  ['28', 'database-password-wrong'],
  ['3D000', 'database-unknown'],
  ['42501', 'database-without-rights'],
  ['25006', 'database-read-only'],
  ['53100', 'database-disk-full'],
  // Certificates: one that is not trusted, of another name or time.
  ['SELF_SIGNED', 'database-not-trusted'],
  ['DEPTH_ZERO', 'database-not-trusted'],
  ['UNABLE_TO', 'database-not-trusted'],
  ['CERT_', 'database-not-trusted'],
  ['ERR_TLS', 'database-not-trusted'],
  ['ERR_SSL', 'database-not-trusted'],
  ['ERR_OSSL', 'database-not-trusted'],
];

/** What `pg` says without a code where server and client do not agree on TLS. */
const ofTls = ['The server does not support SSL', 'There was an error establishing an SSL'];
/** What `pg` says without a code where the server wants a password and there is none. */
const ofPasswords = ['SASL: '];

/** What an error says of a database that was to be opened; undefined where it says nothing of it. */
export function databaseRefusal(error: unknown): DatabaseRefusal | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof UnfitDatabase) return error.refusal;
  if (ofTls.some((beginning) => error.message.startsWith(beginning))) return 'database-not-trusted';
  if (ofPasswords.some((beginning) => error.message.startsWith(beginning))) return 'database-password-wrong';
  const code = codeOf(error) ?? '';
  const told = ofCodes.find(([beginning]) => code.startsWith(beginning))?.[1];
  if (told !== undefined) return told;
  if (error.cause !== undefined && codeOf(error) === undefined) return databaseRefusal(error.cause);
  return storageTrouble(error) === 'database-away' ? 'database-away' : undefined;
}
