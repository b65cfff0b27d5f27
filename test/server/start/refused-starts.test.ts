import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../../src/server/config.ts';
import { type RunningService, serve } from '../../../src/server/start/serve.ts';
import { settingsTable } from '../../../src/server/start/settings.ts';
import { openAuditFile } from '../../../src/server/store/sqlite/audit-file.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { serverProcess } from '../../support/service/server-process.ts';
import { newFolder } from '../../support/service/stores.ts';

const running: RunningService[] = [];
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

async function start(folder: string, settings: Record<string, string> = {}) {
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, PHIEU_WORKERS: '1', ...settings });
  if (!read.ok) throw new Error(read.problem.en);
  const started = await serve(read.config, { write: () => {} });
  if (started.ok) running.push(started.service);
  return started.ok ? 'started' : started.refusal;
}

let stopped = '';
beforeAll(async () => {
  stopped = mkdtempSync(join(tmpdir(), 'phieu-stopped-'));
  expect(await start(stopped)).toBe('started');
  await running.pop()?.stop();
});
afterAll(() => rmSync(stopped, { recursive: true }));

/** A data folder as a service leaves it that was stopped. */
function usedFolder(): string {
  const folder = newFolder();
  cpSync(stopped, folder, { recursive: true });
  return folder;
}

function inDatabase(folder: string, work: (file: Sqlite.Database) => void): void {
  const file = new Sqlite(join(folder, 'phieu.sqlite'));
  work(file);
  file.close();
}

const secretFiles: readonly (readonly [refusal: string, fault: string, text: string | undefined])[] = [
  ['secret-file-unreadable', 'is missing', undefined],
  ['secret-file-damaged', 'is empty', ''],
  ['secret-file-damaged', 'is too short', Buffer.alloc(31, 1).toString('base64url')],
  ['secret-file-damaged', 'was cut in the middle of a line', `${Buffer.alloc(40, 1).toString('base64url')}\nAAAA`],
  ['secret-file-damaged', 'holds bytes instead of text', Buffer.alloc(32, 0xe9).toString('latin1')],
  ['secret-differs', "is not this folder's", Buffer.alloc(32, 1).toString('base64url')],
];

test.each(secretFiles)('%s: a secret that %s', async (refusal, _fault, text) => {
  const folder = usedFolder();
  const secret = join(folder, 'given');
  if (text !== undefined) writeFileSync(secret, text);
  const before = readFileSync(join(folder, 'token.secret'));
  expect(await start(folder, { PHIEU_SECRET_FILE: secret })).toBe(refusal);
  expect(readFileSync(join(folder, 'token.secret'))).toEqual(before);
  writeFileSync(secret, before.toString('base64url'));
  expect(await start(folder, { PHIEU_SECRET_FILE: secret })).toBe('started');
});

const faults: readonly (readonly [refusal: string, fault: string, work: (folder: string) => void])[] = [
  ['secret-damaged', 'an empty secret', (folder) => writeFileSync(join(folder, 'token.secret'), '')],
  ['secret-damaged', 'a short secret', (folder) => writeFileSync(join(folder, 'token.secret'), 'x'.repeat(31))],
  ['database-missing', 'a secret without its database', (folder) => rmSync(join(folder, 'phieu.sqlite'))],
  ['database-missing', 'an empty file in its place', (folder) => writeFileSync(join(folder, 'phieu.sqlite'), '')],
  [
    'database-missing',
    'a database without tables in its place',
    (folder) => {
      rmSync(join(folder, 'phieu.sqlite'));
      inDatabase(folder, (file) => file.exec('CREATE TABLE a (b); DROP TABLE a'));
    },
  ],
  [
    'not-a-database',
    'another file in its place',
    (folder) => writeFileSync(join(folder, 'phieu.sqlite'), 'PK'.repeat(5000)),
  ],
  ['not-a-database', 'another file as lock', (folder) => writeFileSync(join(folder, 'in-use.lock'), 'PK'.repeat(5000))],
  [
    'database-damaged',
    'pages overwritten with noise',
    (folder) => {
      const file = openSync(join(folder, 'phieu.sqlite'), 'r+');
      writeSync(file, Buffer.alloc(40_000, 0xa5), 0, 40_000, 4096);
    },
  ],
  [
    'database-newer',
    'a migration that this release does not know and must not do without',
    (folder) =>
      inDatabase(folder, (file) => {
        file.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)");
        file.exec("UPDATE oldest_release SET migration = 'later', written_at = 99999999999999");
      }),
  ],
];

test.each(faults)('%s: %s', async (refusal, _fault, work) => {
  const folder = usedFolder();
  work(folder);
  expect(await start(folder)).toBe(refusal);
  // Nothing was made in its place, and the folder is free for whoever mends it.
  expect(await start(folder)).toBe(refusal);
});

test('a file, or something below a file, is no data folder', async () => {
  const file = join(newFolder(), 'data');
  writeFileSync(file, '');
  expect(await start(file)).toBe('data-folder-is-a-file');
  expect(await start(join(file, 'below'))).toBe('data-folder-is-a-file');
});

test('a folder for backups that is a file, lies below one or takes nothing stops the start, and leaves the data folder', async () => {
  const folder = newFolder();
  const file = join(newFolder(), 'backups');
  writeFileSync(file, '');
  expect(await start(folder, { PHIEU_BACKUP_DIR: file })).toBe('backup-folder-is-a-file');
  expect(await start(folder, { PHIEU_BACKUP_DIR: join(file, 'below') })).toBe('backup-folder-is-a-file');
  // A folder that is there, and in which nothing can be made, whoever asks.
  expect(await start(folder, { PHIEU_BACKUP_DIR: '/proc' })).toBe('backup-folder-not-writable');
  writeFileSync(join(folder, 'backups'), '');
  expect(await start(folder, { PHIEU_BACKUP_HOURS: '1' })).toBe('backup-folder-is-a-file');
  const fresh = join(newFolder(), 'some', 'backups');
  expect(await start(folder, { PHIEU_BACKUP_DIR: fresh })).toBe('started');
  expect(readdirSync(fresh)).toEqual([]);
});

test('a folder for keys of links that is named has to be there, and take something: an empty one would lose them all', async () => {
  const folder = newFolder();
  const keys = join(newFolder(), 'keys');
  for (const named of [keys, '/proc']) {
    expect(await start(folder, { PHIEU_LINK_KEYS_DIR: named })).toBe('link-keys-not-there');
  }
  expect([existsSync(keys), readdirSync(folder)]).toEqual([false, []]);
  mkdirSync(keys);
  expect(await start(folder, { PHIEU_LINK_KEYS_DIR: keys })).toBe('started');
});

test('an address of another machine, one that nobody has, and a port that is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const folder = newFolder();
  expect(await start(folder, { PORT: String(port) })).toBe('port-in-use');
  expect(await start(folder, { HOST: '192.0.2.1' })).toBe('address-not-here');
  expect(await start(folder, { HOST: 'nowhere.invalid' })).toBe('address-not-here');
  other.close();
  expect(await start(folder)).toBe('started');
});

test.each(['0x50', '1e3', '80.0', '-1', '65536', ' 80', 'many'])('PORT=%s is no port', (port) => {
  expect(readConfig({ PORT: port })).toEqual({
    ok: false,
    refusal: 'setting-impossible',
    name: 'PORT',
    problem: {
      vi: 'PORT: phải là số nguyên từ 0 đến 65535, chỉ gồm chữ số',
      en: 'PORT: must be a whole number from 0 to 65535, in digits',
    },
  });
});

const main = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));

/** What the command says of settings that it refuses; ended by force where it never says anything. */
function saidOf(settings: Record<string, string>) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [main, 'serve'], {
    env: { ...process.env, PORT: '0', DATA_DIR: newFolder(), ...settings },
    ...{ encoding: 'utf8', timeout: 30_000, killSignal: 'SIGKILL' },
  });
  return { status, stdout, stderr };
}

test.each([
  [{ DATA_DIR: '/proc/x' }, /^phieu: Không ghi được vào \/proc\/x.+ \/ Cannot write to \/proc\/x.+\n$/],
  [
    { PHIEU_BACKUP_DIR: '/proc/x/y' },
    /^phieu: Không tạo được .+\/proc\/x\/y.+ \/ The folder for backups, \/proc\/x\/y, .+\n$/,
  ],
  [
    { TLS_CERT: '/dev/null', TLS_KEY: '/dev/null' },
    /^phieu: \/dev\/null không phải là chứng thư số .+ \/ \/dev\/null is no certificate .+\n$/,
  ],
])('%o ends the command with one sentence in both languages, and nothing hangs', (settings, sentence) => {
  expect(saidOf(settings)).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(sentence) });
});

test('on the command line that is one sentence in both languages, and exit status 1', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'token.secret'), '');
  const { status, stderr, stdout } = saidOf({ DATA_DIR: folder });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^phieu: \S+\/token\.secret trống .+ \/ \S+\/token\.secret is empty .+\n$/);
  expect(existsSync(join(folder, 'phieu.sqlite'))).toBe(false);
});

test('one service at a time though the lock file was deleted; of a killed one only a copy with its log starts', async () => {
  const folder = newFolder();
  const service = await serverProcess(folder);
  rmSync(join(folder, 'in-use.lock'));
  expect(await start(folder)).toBe('data-folder-in-use');
  const log = openAuditFile(folder);
  expect(log?.check().brokenAt).toBeNull();
  log?.close();
  await service.end('SIGKILL');

  const withoutLog = ['phieu.sqlite', 'token.secret'];
  const copyOf = (names: readonly string[]) => {
    const copy = newFolder();
    for (const name of names) copyFileSync(join(folder, name), join(copy, name));
    return copy;
  };
  const lacking = copyOf(withoutLog);
  expect(await start(lacking)).toBe('database-without-log');
  // Looking at it makes no log.
  expect(openAuditFile(lacking)).toBeUndefined();
  expect(await start(lacking)).toBe('database-without-log');
  expect(await start(copyOf([...withoutLog, 'phieu.sqlite-wal']))).toBe('started');
  expect(await start(folder)).toBe('started');
  for (const each of running.splice(0)) await each.stop();
  expect(await start(copyOf(withoutLog))).toBe('started');
});

test('a store that is closed while another reads ends as one that was stopped', async () => {
  const folder = newFolder();
  const store = sqliteStore(folder);
  const reader = new Sqlite(join(folder, 'phieu.sqlite'), { readonly: true });
  reader.exec('BEGIN; SELECT * FROM account');
  await store.close();
  reader.close();
  expect(await start(folder)).toBe('started');
});

test('docs/operation.md has the table of settings as config.ts reads them', () => {
  const guide = readFileSync(new URL('../../../docs/operation.md', import.meta.url), 'utf8');
  expect(guide).toContain(`\n\n${settingsTable()}\n\n`);
});
