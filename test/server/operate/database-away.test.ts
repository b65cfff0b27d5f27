import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, accountId } from '../../../src/domain/account/account.ts';
import { readReadiness } from '../../../src/server/operate/readiness.ts';
import { linkKeysIn } from '../../../src/server/store/link-keys.ts';
import { postgresStore } from '../../../src/server/store/postgres.ts';
import { storageTrouble } from '../../../src/server/store/storage-trouble.ts';
import { inPostgres } from '../../support/service/new-postgres-store.ts';
import { type PostgresServer, startPostgres } from '../../support/service/postgres-server.ts';
import { administrator, aService, signedInAdministrator, type TestService } from '../../support/service/service.ts';
import { newStoreFolder } from '../../support/service/store-folders.ts';

let server: PostgresServer;
let service: TestService;
let headers: { readonly authorization: string };

beforeAll(async () => {
  // What is acknowledged has to be there after a crash.
  server = await startPostgres({ durable: true });
  await inPostgres(server.url('postgres'), 'CREATE DATABASE kept');
  service = await aService({ store: await postgresStore(server.url('kept'), linkKeysIn(newStoreFolder())) });
  headers = await signedInAdministrator(service);
});

afterAll(async () => {
  await service.app.close();
  await service.deps.store.close();
  server.stop();
});

const me = () => service.app.inject({ method: 'GET', url: '/api/me', headers });
const signIn = () => service.app.inject({ method: 'POST', url: '/api/sign-in', payload: administrator });
const isReady = async () => (await readReadiness(service.deps)).database;

function anAccount(): Account {
  const id = accountId.parse(randomUUID());
  const nothing = { personId: null, administrator: false, grants: [], secondFactor: null };
  return { id, username: id, passwordHash: 'hash', ...nothing };
}

test('while the server is away every request says so, and it goes on by itself when it is back', async () => {
  expect((await me()).statusCode).toBe(200);
  expect(await isReady()).toBe(true);
  await server.kill();
  for (const answer of [await me(), await signIn(), await me()]) {
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ code: 'database-away' });
  }
  expect(await isReady()).toBe(false);
  const ready = await service.app.inject({ method: 'GET', url: '/readyz' });
  expect([ready.statusCode, ready.json()]).toMatchObject([503, { ready: false, database: false }]);
  await server.start();
  expect(await isReady(), 'without a change that is stored').toBe(true);
  expect((await me()).statusCode).toBe(200);
  expect((await signIn()).statusCode).toBe(200);
  expect(service.log.join('\n')).not.toContain(server.url('kept'));
});

test('of changes that a crash of the server meets those that were acknowledged are there, others were refused', async () => {
  const { accounts } = service.deps.store;
  const acknowledged: Account[] = [];
  const troubles = new Set<unknown>();
  const create = async () => {
    for (;;) {
      const account = anAccount();
      try {
        await accounts.create(account);
        acknowledged.push(account);
      } catch (error) {
        return void troubles.add(storageTrouble(error));
      }
    }
  };
  const creating = [1, 2, 3, 4].map(create);
  await expect.poll(() => acknowledged.length, { interval: 5 }).toBeGreaterThan(10);
  await server.kill();
  await Promise.all(creating);
  expect([...troubles]).toEqual(['database-away']);
  await server.start();
  const kept = new Set((await accounts.list()).map(({ id }) => id));
  expect(acknowledged.filter(({ id }) => !kept.has(id))).toEqual([]);
});

test('connections that are cut while nobody uses them are made again without anybody noticing', async () => {
  const { accounts } = service.deps.store;
  await Promise.all(Array.from({ length: 5 }, () => accounts.any()));
  await cut();
  await expect.poll(async () => (await me()).statusCode).toBe(200);
});

test('where no connection is left it says that the database is away', async () => {
  await inPostgres(server.url('kept'), 'CREATE ROLE limited SUPERUSER LOGIN');
  const url = server.url('kept').replace('//phieu@', '//limited@');
  const limited = await postgresStore(url, linkKeysIn(newStoreFolder()));
  await inPostgres(server.url('kept'), 'ALTER ROLE limited NOSUPERUSER CONNECTION LIMIT 0');
  await cut('limited');
  const refused = await limited.accounts.any().then(
    () => undefined,
    (error: unknown) => storageTrouble(error),
  );
  expect(refused).toBe('database-away');
  await limited.close();
});

test('a standby, and a disk that is full, keep nothing and say so, until that is over', async () => {
  await inPostgres(server.url('postgres'), 'ALTER DATABASE kept SET default_transaction_read_only = on');
  await cut();
  expect(await signIn().then(({ statusCode }) => statusCode)).toBe(503);
  expect((await signIn()).json()).toMatchObject({ code: 'storage-failing' });
  expect(await isReady()).toBe(false);
  await inPostgres(server.url('postgres'), 'ALTER DATABASE kept RESET default_transaction_read_only');
  await cut();
  await expect.poll(isReady).toBe(true);
  expect((await signIn()).statusCode).toBe(200);

  await inPostgres(
    server.url('kept'),
    `CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER no_room BEFORE INSERT ON sign_in EXECUTE FUNCTION no_room()`,
  );
  const full = await signIn();
  expect([full.statusCode, full.json()]).toMatchObject([507, { code: 'storage-full' }]);
  expect(await isReady()).toBe(false);
  expect((await me()).statusCode, 'what is there can be read').toBe(200);
  await inPostgres(server.url('kept'), 'DROP TRIGGER no_room ON sign_in');
  expect((await signIn()).statusCode).toBe(200);
  expect(await isReady()).toBe(true);
});

/** Ends all connections of the service, as an administrator of the server does. */
async function cut(user = 'phieu'): Promise<void> {
  await inPostgres(
    server.url('postgres'),
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'kept' AND usename = '${user}'`,
  );
}
