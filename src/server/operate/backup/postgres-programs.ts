import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs of PostgreSQL that make and read dumps. */
export type PostgresProgram = 'pg_dump' | 'pg_restore';

/** Why a program of PostgreSQL has not done what it was asked. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';
  readonly refusal: 'postgres-programs-missing' | 'postgres-programs-too-old' | 'postgres-program-failed';

  constructor(refusal: ProgramFailed['refusal']) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** Where Debian puts every release's own programs; what lies in the path picks one of them, by its own rules. */
const debianFolder = '/usr/lib/postgresql';

/** The newest there is: a newer one reads older servers, not the other way about. */
function pathOf(program: PostgresProgram): string | undefined {
  const releases = existsSync(debianFolder) ? readdirSync(debianFolder).map(Number).filter(Number.isFinite) : [];
  const folders = [
    ...releases.sort((one, other) => other - one).map((release) => `${debianFolder}/${release}/bin`),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const names = [program, `${program}.exe`];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** What PostgreSQL's own programs read from their environment, by the address's name of it. */
const ofParameters: Readonly<Record<string, string>> = {
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
  host: 'PGHOST',
  port: 'PGPORT',
};

/** The address as an environment: an argument would show its password to every user of the machine. */
export function connectionEnvironment(databaseUrl: string): Record<string, string> {
  const url = new URL(databaseUrl);
  const given = {
    PGHOST: decodeURIComponent(url.hostname.replace(/^\[|\]$/g, '')),
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
  };
  const more = [...url.searchParams].flatMap(([name, value]) => {
    const variable = ofParameters[name];
    return variable === undefined ? [] : [[variable, value] as const];
  });
  return Object.fromEntries([...Object.entries(given), ...more].filter(([, value]) => value !== ''));
}

/** Runs it to its end on this database; throws `ProgramFailed`. What it says is shown to nobody: it may hold rows. */
export async function runPostgresProgram(
  program: PostgresProgram,
  args: readonly string[],
  databaseUrl?: string,
): Promise<void> {
  const path = pathOf(program);
  if (path === undefined) throw new ProgramFailed('postgres-programs-missing');
  const connection = databaseUrl === undefined ? {} : connectionEnvironment(databaseUrl);
  const env = { PATH: process.env.PATH, LC_ALL: 'C', PGCONNECT_TIMEOUT: '10', ...connection };
  const child = spawn(path, ['--no-password', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(-4000);
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status === 0) return;
  if (/No space left on device|Disk quota exceeded/.test(said)) {
    throw Object.assign(new Error('no room for the dump'), { code: 'ENOSPC' });
  }
  throw new ProgramFailed(
    /server version mismatch|unsupported version/.test(said) ? 'postgres-programs-too-old' : 'postgres-program-failed',
  );
}
