import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderSentences } from '../../../src/cli/start-sentences.ts';
import { readConfig } from '../../../src/server/config.ts';
import { openDataFolder } from '../../../src/server/start/open-data-folder.ts';
import { freePort } from '../../support/service/free-port.ts';
import { inPostgres } from '../../support/service/new-postgres-store.ts';
import { type PostgresServer, startPostgres } from '../../support/service/postgres-server.ts';
import { newFolder } from '../../support/service/stores.ts';

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
  await inPostgres(server.url('postgres'), "CREATE ROLE guarded LOGIN PASSWORD 'its-own'");
  await inPostgres(server.url('postgres'), 'CREATE ROLE weak LOGIN');
  const access = join(server.folder, 'pg_hba.conf');
  writeFileSync(access, `host all guarded 127.0.0.1/32 scram-sha-256\n${readFileSync(access, 'utf8')}`);
  await inPostgres(server.url('postgres'), 'SELECT pg_reload_conf()');
});

afterAll(() => server.stop());

async function newDatabase(name: string, more = '', settings = ''): Promise<string> {
  await inPostgres(server.url('postgres'), `CREATE DATABASE ${name} ${more}`);
  if (settings !== '') await inPostgres(server.url('postgres'), `ALTER DATABASE ${name} SET ${settings}`);
  return server.url(name);
}

function configOf(folder: string, databaseUrl: string) {
  const read = readConfig({ DATA_DIR: folder, DATABASE_URL: databaseUrl });
  if (!read.ok) throw new Error(read.refusal);
  return read.config;
}

async function opened(databaseUrl: string, folder = newFolder()) {
  const done = await openDataFolder(configOf(folder, databaseUrl), randomBytes);
  if (!done.ok) return done.refusal;
  await done.value.close();
  return 'opened';
}

const as = (url: string, user: string) => url.replace('//phieu@', `//${user}@`);

describe('a database that cannot be used is refused by a code of its own', () => {
  test('an empty one is taken, again with its tables, and by two nodes at once', async () => {
    const url = await newDatabase('fine');
    expect(await Promise.all([opened(url), opened(url)])).toEqual(['opened', 'opened']);
    expect(await opened(`${url}?sslmode=disable`)).toBe('opened');
  });

  test('nobody there, nobody of that name or password, no such database', async () => {
    const url = server.url('postgres');
    expect(await opened(url.replace(/:\d+\//, `:${await freePort()}/`))).toBe('database-away');
    expect(await opened(url.replace('127.0.0.1', 'no-such-host.invalid'))).toBe('database-away');
    expect(await opened(as(url, 'stranger'))).toBe('database-password-wrong');
    expect(await opened(as(url, 'guarded:another'))).toBe('database-password-wrong');
    expect(await opened(as(url, 'guarded'))).toBe('database-password-wrong');
    expect(await opened(server.url('nowhere'))).toBe('database-unknown');
  });

  test('no TLS where the address asks for it, and a file of certificates that is not there', async () => {
    const url = server.url('postgres');
    expect(await opened(`${url}?sslmode=verify-full`)).toBe('database-not-trusted');
    expect(await opened(`${url}?sslmode=verify-full&sslrootcert=/no/such/file`)).toBe('database-not-trusted');
  });

  test('a role that makes no tables, a standby, another encoding, a release too old', async () => {
    expect(await opened(as(await newDatabase('guarded_tables'), 'weak'))).toBe('database-without-rights');
    expect(await opened(await newDatabase('standby', '', 'default_transaction_read_only = on'))).toBe(
      'database-read-only',
    );
    const ascii = "TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'";
    expect(await opened(await newDatabase('ascii', ascii))).toBe('database-not-utf8');
    const old = await newDatabase('old', '', 'search_path = before, pg_catalog, public');
    await inPostgres(
      old,
      `CREATE SCHEMA before; CREATE FUNCTION before.current_setting(text) RETURNS text LANGUAGE sql AS
        $$ SELECT CASE WHEN $1 = 'server_version_num' THEN '140011' ELSE pg_catalog.current_setting($1) END $$`,
    );
    expect(await opened(old)).toBe('database-version-unfit');
  });

  test('one that a newer release has brought up to date, and nothing is changed in it', async () => {
    const url = await newDatabase('newer');
    expect(await opened(url)).toBe('opened');
    await inPostgres(url, "UPDATE oldest_release SET migration = 'later', written_at = written_at + 1");
    expect(await opened(url)).toBe('database-of-newer-release');
  });

  test('a role that may use the tables and make none serves where they are up to date', async () => {
    const url = await newDatabase('granted');
    expect(await opened(url)).toBe('opened');
    await inPostgres(url, 'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO weak');
    expect(await opened(as(url, 'weak'))).toBe('opened');
  });

  test('a data folder with an embedded database', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'phieu.sqlite'), 'x');
    expect(await opened(server.url('postgres'), folder)).toBe('folder-of-embedded-database');
  });
});

test.each(['mysql://u:p@h/d', 'postgres://u:%zz@h/d', 'postgres://h', 'postgres://u:se cret@h:x/d', 'secret'])(
  'the address %j is refused by the name of its setting, and not repeated',
  (databaseUrl) => {
    const read = readConfig({ DATABASE_URL: databaseUrl });
    expect(read).toMatchObject({ ok: false, refusal: 'setting-impossible', name: 'DATABASE_URL' });
    expect(JSON.stringify(read)).not.toContain(databaseUrl);
  },
);

test('no sentence about a database has a place for its address', () => {
  for (const text of Object.values(folderSentences)) expect(`${text.vi} ${text.en}`).not.toMatch(/\{(?!folder)/);
});
