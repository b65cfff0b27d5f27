import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './free-port.ts';

/** A PostgreSQL of this process's own, on loopback, in a folder that goes with it. */
export interface PostgresServer {
  /** Of its own superuser. */
  url(database: string): string;
  readonly folder: string;
  /** Where its programs lie (`pg_dump` and others). */
  readonly programs: string;
  /** As a power cut would: nothing is written any more. */
  kill(): Promise<void>;
  /** After `kill`. */
  start(): Promise<void>;
  stop(): void;
}

interface Options {
  /** Whether what is committed is on disk; tests of rules go without. */
  readonly durable?: boolean;
  /** Further settings, as `postgresql.conf` has them. */
  readonly settings?: Readonly<Record<string, string>>;
}

const user = 'phieu';

/** Where Debian puts what it does not put into the path; a program of that name in the path may be another's. */
export function postgresPrograms(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number) : [];
  for (const version of versions.filter((one) => one >= 15 && one <= 18).sort((a, b) => b - a)) {
    const folder = `${root}/${version}/bin`;
    if (existsSync(`${folder}/initdb`) && existsSync(`${folder}/postgres`)) return folder;
  }
  throw new Error(`no PostgreSQL 15 to 18 under ${root} (Debian's package postgresql)`);
}

/** Root may not run a server: then it is whoever Debian's package made for it. */
function account(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

export async function startPostgres({ durable = false, settings = {} }: Options = {}): Promise<PostgresServer> {
  const programs = postgresPrograms();
  const owner = account();
  const root = mkdtempSync(join(tmpdir(), 'phieu-postgres-'));
  const folder = join(root, 'data');
  mkdirSync(folder, { mode: 0o700 });
  if (owner !== undefined) for (const one of [root, folder]) chownSync(one, owner.uid, owner.gid);
  const options = ['-D', folder, '-U', user, '--auth=trust', '--encoding=UTF8', '--no-sync'];
  // A locale of its own order, so that whatever leans on it shows.
  execFileSync(join(programs, 'initdb'), [...options, '--locale-provider=icu', '--icu-locale=vi', '--locale=C'], {
    ...owner,
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const port = await freePort();
  const usual = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
  };
  const quick = durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
  const given = { ...usual, ...quick, shared_buffers: '32MB', log_parameter_max_length: '0', ...settings };
  const all = { ...given, log_parameter_max_length_on_error: '0' };
  const url = (database: string) => `postgres://${user}@127.0.0.1:${port}/${database}`;
  let server: ReturnType<typeof spawn> | undefined;
  const start = async () => {
    const set = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    // It ends with this process, however that ends.
    const how = [
      '--pdeathsig',
      'QUIT',
      ...(owner ? ['--reuid', String(owner.uid), '--regid', String(owner.gid), '--clear-groups'] : []),
    ];
    const command = [...how, join(programs, 'postgres'), '-D', folder, ...set];
    const started = spawn('setpriv', command, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    started.stderr?.on('data', (text) => {
      said = `${said}${text}`.slice(-4000);
    });
    server = started;
    await answering(url('postgres'), () => (started.exitCode === null ? undefined : said));
  };
  const end = (signal: NodeJS.Signals) => {
    const ended = server;
    server = undefined;
    if (ended === undefined || ended.exitCode !== null) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    ended.once('exit', () => resolve());
    ended.kill(signal);
    return promise;
  };
  const stop = () => {
    process.off('exit', stop);
    if (server !== undefined) {
      const now = ['stop', '-D', folder, '-m', 'immediate', '-w', '-s'];
      execFileSync(join(programs, 'pg_ctl'), now, { ...owner, cwd: root, stdio: 'ignore' });
    }
    rmSync(root, { recursive: true, force: true });
  };
  process.once('exit', stop);
  await start();
  return { url, folder, programs, kill: () => end('SIGQUIT'), start, stop };
}

async function answering(url: string, failed: () => string | undefined): Promise<void> {
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      const said = failed();
      if (said !== undefined) throw new Error(`PostgreSQL does not start: ${said}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end().catch(() => {});
    }
  }
}
