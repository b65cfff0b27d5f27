import { spawnSync } from 'node:child_process';
import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { call } from '../../../src/client/api.ts';
import { createAccount, readMe, setUp, signIn, signOut } from '../../../src/contract/account/accounts.ts';
import { readConfig } from '../../../src/server/config.ts';
import { type RunningService, serve } from '../../../src/server/start/serve.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aBallot, appendTo, aSessionId, aSetup, aStoredSession } from '../../support/build/stored-sessions.ts';
import { patience } from '../../support/patience.ts';
import { serverProcess } from '../../support/service/server-process.ts';

const sitsInSystem = new URL('../../support/service/sits-in-system.ts', import.meta.url).href;

const folders: string[] = [];
const running: RunningService[] = [];
const log: string[] = [];

afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  log.length = 0;
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-serve-'));
  folders.push(folder);
  return folder;
}

function start(folder: string, settings: Record<string, string> = {}) {
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, ...settings });
  if (!read.ok) throw new Error(read.problem.en);
  return serve(read.config, { write: (line) => log.push(line) });
}

async function started(folder: string, settings: Record<string, string> = {}): Promise<RunningService> {
  const outcome = await start(folder, settings);
  if (!outcome.ok) throw new Error(outcome.refusal);
  running.push(outcome.service);
  return outcome.service;
}

const account = { username: 'quản trị', password: 'một mật khẩu dài' };

test('from an empty folder to the first administrator and back after a restart, over a real port', async () => {
  const folder = newFolder();
  const service = await started(folder);
  const token = service.setupUrl?.split('#')[1] ?? '';
  const connection = { baseUrl: service.url, language: 'en' as const };
  expect(service.setupUrl).toMatch(/^http:\/\/localhost:\d+\/setup#[\w-]{32}$/);

  expect(await call(connection, setUp, { body: { token, ...account } })).toMatchObject({ ok: true });
  const begun = await call(connection, signIn, { body: account });
  if (!begun.ok) throw new Error(begun.refusal);
  const signedIn = { ...connection, token: begun.value.token };
  expect(await call(signedIn, readMe)).toMatchObject({ ok: true, value: { username: account.username } });

  await service.stop();
  running.length = 0;
  const again = await started(folder);
  expect(again.setupUrl).toBeUndefined();
  const later = { ...signedIn, baseUrl: again.url };
  expect(await call(later, readMe)).toMatchObject({ ok: true, value: { administrator: true } });
  expect(await call(later, signOut)).toEqual({ ok: true, value: undefined });
  expect(await call(later, readMe)).toMatchObject({ ok: false, refusal: 'not-signed-in' });
});

test('a client gets refusals as values: with the problem, or as unreachable', async () => {
  const service = await started(newFolder());
  const connection = { baseUrl: service.url, language: 'en' as const };
  const refused = await call(connection, signIn, { body: { username: 'a', password: 'b' } });
  expect(refused).toMatchObject({
    ok: false,
    refusal: 'wrong-sign-in',
    problem: { detail: 'The username or the password is wrong.' },
  });
  expect(await call({ baseUrl: 'http://127.0.0.1:9' }, readMe)).toEqual({ ok: false, refusal: 'unreachable' });
});

test('two processes never share a data folder, and the second can start when the first has ended', async () => {
  const folder = newFolder();
  const first = await started(folder);
  expect(await start(folder)).toEqual({ ok: false, refusal: 'data-folder-in-use' });
  await first.stop();
  running.length = 0;
  await started(folder);
});

test('a stop is over in its time though a thread sits in the system, and the data folder is free', async () => {
  const folder = newFolder();
  const pipe = join(newFolder(), 'pipe');
  spawnSync('mkfifo', [pipe]);
  const service = await serverProcess(folder, {
    ...{ NODE_OPTIONS: `--import ${sitsInSystem}`, SITS_ON: pipe },
    ...{ PHIEU_BACKUP_HOURS: '1', PHIEU_STOP_SECONDS: '1' },
  });
  onTestFinished(() => service.end('SIGKILL'));
  // Fails as long as no thread has come to read there; then it reads what never comes.
  const held = await vi.waitFor(() => openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK), 20_000);
  onTestFinished(() => closeSync(held));
  await service.end('SIGTERM');
  expect(service.log.join('')).toContain('something does not end');
  expect(readdirSync(folder).sort()).toEqual(['backups', 'in-use.lock', 'phieu.sqlite', 'token.secret']);
  await started(folder);
});

test('a node that is to stop says so first, and goes on answering until the load balancer has seen it', async () => {
  const service = await started(newFolder(), { PHIEU_DRAIN_SECONDS: '2' });
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
  const stopping = service.stop();
  running.length = 0;
  const ready = await fetch(`${service.url}/readyz`);
  expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
  expect(await ready.json()).toMatchObject({ stopping: true, database: true });
  const connection = { baseUrl: service.url, language: 'en' as const };
  expect(await call(connection, readMe)).toMatchObject({ ok: false, refusal: 'not-signed-in' });
  expect(await stopping).toBe(true);
  expect(await call(connection, readMe)).toEqual({ ok: false, refusal: 'unreachable' });
});

test('a secret that is given by file signs the sign-ins of every node that has it', async () => {
  const [folder, secret] = [newFolder(), join(newFolder(), 'secret')];
  const given = Buffer.alloc(32, 9);
  writeFileSync(secret, `${given.toString('base64url')}\n`);
  const service = await started(folder, { PHIEU_SECRET_FILE: secret });
  expect(service.isSecretNew).toBe(false);
  expect(readFileSync(join(folder, 'token.secret'))).toEqual(given);
});

test('the secret of tokens lies beside the database, for the owner only', async () => {
  const folder = newFolder();
  const service = await started(folder);
  await call({ baseUrl: service.url }, createAccount, { body: account });
  expect(statSync(join(folder, 'token.secret')).mode & 0o777).toBe(0o600);
  const secret = readFileSync(join(folder, 'token.secret'));
  for (const name of readdirSync(folder).filter((file) => file !== 'token.secret')) {
    expect(readFileSync(join(folder, name)).includes(secret), name).toBe(false);
  }
});

test('neither database nor log holds a password, a token or the setup link', async () => {
  const folder = newFolder();
  const service = await started(folder);
  const setupToken = service.setupUrl?.split('#')[1] ?? '';
  const connection = { baseUrl: service.url };
  await call(connection, setUp, { body: { token: setupToken, ...account } });
  const begun = await call(connection, signIn, { body: account });
  if (!begun.ok) throw new Error(begun.refusal);
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  for (const secret of [account.password, begun.value.token, setupToken]) {
    for (const content of [...files, Buffer.from(log.join(''))]) expect(content.includes(secret)).toBe(false);
  }
});

test.each([
  ['/', /text\/html/],
  ['/setup', /text\/html/],
  ['/icon.svg', /image\/svg\+xml/],
  ['/api/docs', /text\/html/],
  ['/api/openapi.json', /application\/json/],
])('%s is there and names no other host', async (path, type) => {
  const service = await started(newFolder());
  const answer = await fetch(service.url + path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(type);
  const body = await answer.text();
  const addresses = [...body.matchAll(/(?:src|href|url|action|import)\s*[=(:]\s*["']?([^"')\s>]+)/g)].map(
    (match) => match[1],
  );
  expect(addresses.filter((address) => /^(https?:)?\/\//.test(address ?? ''))).toEqual([]);
  expect(body).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/);
});

test('a setting that makes no sense is named', () => {
  expect(readConfig({ PORT: 'many' })).toMatchObject({ ok: false, problem: { en: expect.stringContaining('PORT') } });
  expect(readConfig({ PUBLIC_URL: 'ftp://a' })).toMatchObject({
    ok: false,
    problem: { en: expect.stringContaining('PUBLIC_URL') },
  });
  expect(readConfig({})).toMatchObject({ ok: true, config: { port: 3000, countdownSeconds: 60, singleTeller: false } });
});

test('a session whose record was altered is locked by itself: the service starts, names it and serves the others', async () => {
  const folder = newFolder();
  const store = sqliteStore(folder);
  const [damaged, whole] = [aSessionId(1), aSessionId(2)];
  for (const [number, id] of [damaged, whole].entries()) {
    await store.sessions.create(aStoredSession(number + 1, { state: 'open', openedAt: '2026-12-01T01:00:00.000Z' }));
    await appendTo(store, id, () => [aSetup(), aBallot(1), aBallot(2)]);
  }
  await store.close();
  const file = new Sqlite(join(folder, 'phieu.sqlite'));
  file.exec(`DELETE FROM record_event WHERE height = 1 AND election_id = '${damaged}'`);
  file.close();
  const service = await started(folder);
  const problems = log.map((line) => JSON.parse(line)).filter(({ msg }) => msg.startsWith('altered'));
  expect(problems).toMatchObject([{ level: 50, sessionId: damaged, problem: expect.stringContaining('its record') }]);
  const page = (id: string) => fetch(`${service.url}/api/sessions/${id}/ballot`, keyOf(id));
  const keyOf = (id: string) => ({ headers: { 'x-read-key': id === damaged ? 'read key 1' : 'read key 2' } });
  expect((await page(whole)).status).toBe(200);
  const refused = await page(damaged);
  expect([refused.status, (await refused.json()).code]).toEqual([409, 'record-altered']);
});

test('a session in which nobody acts now is checked while the service serves: where its record was altered, the log names it', async () => {
  const folder = newFolder();
  const store = sqliteStore(folder);
  const id = aSessionId(1);
  await store.sessions.create(aStoredSession(1));
  await appendTo(store, id, () => [aSetup(), aBallot(1), aBallot(2)]);
  await store.close();
  const file = new Sqlite(join(folder, 'phieu.sqlite'));
  file.exec('DELETE FROM record_event WHERE height = 1');
  file.close();
  await started(folder);
  const problems = () => log.map((line) => JSON.parse(line)).filter(({ msg }) => msg.startsWith('altered'));
  await vi.waitFor(() => expect(problems()).toMatchObject([{ level: 50, sessionId: id }]), patience);
});
