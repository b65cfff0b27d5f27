import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { buildApp } from '../../../src/server/app.ts';
import { readConfig } from '../../../src/server/config.ts';
import { serve } from '../../../src/server/start/serve.ts';
import { aPersonId } from '../../support/build/ids.ts';
import { aService, signedInAs } from '../../support/service/service.ts';
import { newFolder } from '../../support/service/stores.ts';
import { aVoteService } from '../../support/service/vote-service.ts';

test('/healthz while the process lives, /readyz while database and threads answer and the last change was stored', async () => {
  const { app, deps } = await aService();
  expect((await app.inject('/healthz')).json()).toEqual({ alive: true });
  const ready = await app.inject('/readyz');
  expect([ready.statusCode, ready.json()]).toEqual([
    200,
    { ready: true, stopping: false, database: true, sessions: true, workers: true },
  ]);
  const silent = { trouble: () => null, answer: () => Promise.reject(new Error('away')) };
  for (const how of [silent, { trouble: () => 'storage-full' as const, answer: async () => {} }]) {
    const health = { ...deps.store.health, ...how };
    const other = await aService({ store: { ...deps.store, health } });
    const answer = await other.app.inject('/readyz');
    expect([answer.statusCode, answer.json()]).toMatchObject([503, { ready: false, database: false }]);
    expect((await other.app.inject('/healthz')).statusCode).toBe(200);
    await other.app.close();
  }
  await app.close();
});

test('what should be mended on the server is told to administrators alone', async () => {
  const { deps, app } = await aService();
  const health = { ...deps.store.health, warnings: async () => ['database-logs-parameters' as const] };
  const service = await aService({ store: { ...deps.store, health } });
  const told = async (as: Parameters<typeof signedInAs>[1]) => {
    const headers = await signedInAs(service, as);
    return (await service.app.inject({ url: '/api/service', headers })).json().warnings;
  };
  const note = { vi: expect.stringContaining('nhật ký'), en: expect.stringContaining('log_parameter_max_length = 0') };
  expect(await told({ administrator: true })).toEqual([{ code: 'database-logs-parameters', note }]);
  expect(await told({ personId: aPersonId(1) })).toEqual([]);
  await service.app.close();
  await app.close();
});

test('metrics by operation; of voters a total alone, renewed once a minute', async () => {
  const made = await aVoteService();
  const { app, passSeconds } = made.service;
  const read = async () => (await app.inject('/metrics')).body;
  const lines = (text: string) => text.split('\n').filter((line) => line.startsWith('phieu_'));
  await made.get('turnout', made.chair);
  await made.get('ballot', made.holder);
  const first = await read();
  expect(lines(first)).toEqual(
    expect.arrayContaining([
      'phieu_requests_total{operation="readTurnout",status="2xx"} 1',
      'phieu_request_duration_seconds_count{operation="readTurnout"} 1',
      'phieu_voter_requests_total{status="2xx"} 1',
      'phieu_storage_trouble 0',
      'phieu_unchecked_sessions 0',
    ]),
  );
  expect(first).not.toContain('readBallotPage');
  await made.get('ballot', made.holder);
  passSeconds(59);
  expect(await read()).toBe(first);
  passSeconds(1);
  expect(lines(await read())).toContain('phieu_voter_requests_total{status="2xx"} 2');
  await app.close();
});

test('metrics tell how many sessions could not be checked', async () => {
  const { app } = await aService({
    build: (deps, target) => buildApp({ ...deps, checks: { ...deps.checks, unchecked: () => 2 } }, target),
  });
  expect((await app.inject('/metrics')).body).toContain('phieu_unchecked_sessions 2\n');
  await app.close();
});

test('metrics are for this machine itself, or for whoever has the token of the settings', async () => {
  const { app } = await aService();
  const status = async (service: typeof app, headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    (await service.inject({ url: '/metrics', headers, remoteAddress })).statusCode;
  expect(await status(app, {})).toBe(200);
  expect(await status(app, {}, '192.168.1.20')).toBe(404);
  expect(await status(app, { host: 'phieu.example' })).toBe(404);
  expect(await status(app, { 'x-forwarded-for': '192.168.1.20' })).toBe(404);
  const proxied = await aService({ environment: { TRUST_PROXY: '1' } });
  expect(await status(proxied.app, {})).toBe(404);
  const token = 'mot chuoi du dai de doan';
  const guarded = await aService({ environment: { PHIEU_METRICS_TOKEN: token, TRUST_PROXY: '1' } });
  expect(await status(guarded.app, {})).toBe(404);
  expect(await status(guarded.app, { authorization: `Bearer ${token}` }, '192.168.1.20')).toBe(200);
  expect(await status(guarded.app, { authorization: 'Bearer other' })).toBe(404);
  expect(readConfig({ PHIEU_METRICS_TOKEN: 'short' })).toMatchObject({ ok: false });
  for (const each of [app, proxied.app, guarded.app]) await each.close();
});

test('a refusal carries the id under which the log has its request, and ids have no order', async () => {
  const { app, log } = await aService();
  const ids: unknown[] = [];
  for (let turn = 0; turn < 2; turn++) {
    const { statusCode, headers } = await app.inject('/api/me');
    expect([statusCode, headers['x-request-id']]).toEqual([401, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    ids.push(headers['x-request-id']);
  }
  expect(new Set(ids).size).toBe(2);
  expect(log.map((line) => JSON.parse(line).reqId)).toEqual(ids);
  await app.close();
});

test('whoever logs a request, an answer or an error gets nothing of it into the log but where the error came from', async () => {
  const { app, log } = await aService({
    build: async (deps, target) => {
      const built = await buildApp(deps, target);
      return built.addHook('onRequest', async (request, reply) => {
        request.log.error({ req: request, res: reply }, 'noticed');
        request.log.error(new Error('the password is a-secret'));
      });
    },
  });
  await app.inject({
    url: '/api/me?a-secret',
    headers: { authorization: 'Bearer a-secret', cookie: 'phieu=a-secret' },
  });
  expect(log.length).toBeGreaterThanOrEqual(2);
  expect(log.join('')).not.toContain('a-secret');
  expect(log.join('')).toContain('watching.test.ts');
  await app.close();
});

test('a service that stops takes nothing new, lets open requests finish, and ends them when their time is up', async () => {
  const settings = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: newFolder(), PHIEU_STOP_SECONDS: '1' };
  const read = readConfig(settings);
  if (!read.ok) throw new Error(read.problem.en);
  const started = await serve(read.config, { write: () => {} });
  if (!started.ok) throw new Error(started.refusal);
  const port = Number(new URL(started.service.url).port);
  const open = async (text: string) => {
    const socket = connect(port, '127.0.0.1');
    const parts: string[] = [];
    socket.on('data', (part) => parts.push(String(part)));
    // Whoever is cut off may see it as an error.
    socket.on('error', () => {});
    const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(parts.join(''))));
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    await new Promise<void>((resolve) => socket.write(text, () => resolve()));
    return { socket, ended };
  };
  const head = `POST /api/sign-in HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: 30\r\n\r\n`;
  const finishing = await open(head);
  const endless = await open(head);
  // An answer to a later request: the service has read both beginnings by now.
  expect((await fetch(`${started.service.url}/healthz`, { headers: { connection: 'close' } })).status).toBe(200);
  const stopped = started.service.stop();
  finishing.socket.write('{"username":"a","password":"b"}'.slice(0, 30).padEnd(30));
  expect(await finishing.ended).toMatch(/^HTTP\/1\.1 [45]\d\d /);
  await stopped;
  expect(await endless.ended).toBe('');
  await expect(fetch(`${started.service.url}/healthz`)).rejects.toThrow();
});
