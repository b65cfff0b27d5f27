import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { backupCommand } from '../../../src/cli/backup.ts';
import { restoreCommand } from '../../../src/cli/restore.ts';
import { call } from '../../../src/client/api.ts';
import { castBallot } from '../../../src/contract/box/box.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { readConfig } from '../../../src/server/config.ts';
import { failureNotes } from '../../../src/server/operate/backup/failure-notes.ts';
import { examineBackup, restoreBackup } from '../../../src/server/start/restore-backup.ts';
import { serve } from '../../../src/server/start/serve.ts';
import { linkKeysIn, linkKeysName } from '../../../src/server/store/link-keys.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { makeBackup } from '../../../src/server/workers/office/make-backup.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aHall } from '../../support/service/casting-hall.ts';
import { phieu, runHere } from '../../support/service/commands.ts';
import { inject } from '../../support/service/counted-vote.ts';
import { serverProcess } from '../../support/service/server-process.ts';
import { aService, signedInAs } from '../../support/service/service.ts';
import { aSmallDisk } from '../../support/service/small-disk.ts';
import { keep, newFolder } from '../../support/service/stores.ts';
import { aVoteService, opened, sealed } from '../../support/service/vote-service.ts';

const now = new Date('2026-12-01T01:00:00Z');

/** A data folder with a session in it, on which a service runs. */
async function aRunningService(folder: string) {
  writeFileSync(join(folder, 'token.secret'), Buffer.alloc(32, 7));
  return aVoteService({}, { store: keep(sqliteStore(folder)), environment: { DATA_DIR: folder } });
}

test('a backup beside a voting hall has every ballot acknowledged before, and voting goes on where it is restored', async () => {
  const folder = newFolder();
  const hall = await aHall(folder, { voters: 6 }, () => 1);
  const cast = async (url: string, paper: number) => {
    const connection = { baseUrl: url, readKey: hall.made.vote.state.session.readKey };
    const body = { ballot: hall.ballots[paper]?.[0] ?? '', recastKey: '0'.repeat(32) };
    return call(connection, castBallot, { params: { sessionId: hall.sessionId }, body });
  };
  const inBox = async (path: string) => {
    const store = sqliteStore(path);
    const hashes = await store.sessions.payloads(ownRecord(hall.sessionId), 'Ballot');
    await store.close();
    return hashes.toSorted();
  };
  const sent = (papers: readonly number[]) => papers.map((paper) => sha256Hex(hall.ballots[paper]?.[0] ?? '')).sort();

  const old = await serverProcess(folder);
  for (const paper of [0, 1, 2]) expect(await cast(old.url, paper)).toMatchObject({ ok: true });
  const backup = join(newFolder(), 'backup');
  const late = cast(old.url, 3);
  vi.stubEnv('DATA_DIR', folder);
  const said = await runHere(backupCommand(), [backup, '--lang', 'en']);
  expect([said.status, said.stderr]).toEqual([0, '']);
  expect(said.stdout).toContain('Backed up and checked');
  expect(await late).toMatchObject({ ok: true });
  await old.end('SIGKILL');

  const fresh = join(newFolder(), 'data');
  const asked = await phieu(['restore', backup, '--lang', 'en'], { DATA_DIR: fresh });
  expect([asked.status, asked.stdout, existsSync(fresh)]).toEqual([1, '', false]);
  expect(asked.stderr).toMatch(/Is the old machine gone.*Nothing was restored/s);
  vi.stubEnv('DATA_DIR', fresh);
  const done = await runHere(restoreCommand(), [backup, '--old-machine-gone', '--lang', 'en']);
  vi.unstubAllEnvs();
  expect([done.status, done.stderr]).toEqual([0, '']);
  expect(done.stdout).toMatch(/Restored into .*tracker is missing.*refuse this one.*voided and replaced/s);

  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: fresh });
  if (!read.ok) throw new Error(read.problem.en);
  const started = await serve(read.config, { write: () => {} });
  if (!started.ok) throw new Error(started.refusal);
  // Sent again because its phone found it missing, or acknowledged as known: the same to the phone.
  for (const paper of [3, 4, 5]) expect(await cast(started.service.url, paper)).toMatchObject({ ok: true });
  await started.service.stop();
  expect(await inBox(fresh)).toEqual(sent([0, 1, 2, 3, 4, 5]));
});

test('it has no key of links, and phone papers vote after a restore without it, voided by nobody; with it they are known', async () => {
  const folder = newFolder();
  const made = await aRunningService(folder);
  const election = await opened(made);
  const { id } = made.vote.state.session;
  const { phoneLinks } = await made.state();
  expect(phoneLinks.size).toBeGreaterThan(0);
  const target = join(newFolder(), 'backup');
  expect(await makeBackup({ folder, databaseUrl: undefined }, target, now)).toMatchObject({
    ok: true,
    value: { altered: [] },
  });
  const key = readFileSync(join(folder, linkKeysName, `${id}.key`));
  for (const name of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
    expect(name).not.toContain('.key');
    const path = join(target, name);
    if (statSync(path).isFile()) expect(readFileSync(path).includes(key)).toBe(false);
  }
  const restored = join(newFolder(), 'data');
  expect(await restoreBackup(target, { dataFolder: restored, databaseUrl: undefined })).toMatchObject({ ok: true });
  expect(readdirSync(restored).sort()).toEqual(['phieu.sqlite', 'token.secret']);

  // Whoever kept the keys on a disk of their own has them again.
  const known = sqliteStore(restored, linkKeysIn(join(folder, linkKeysName)));
  expect((await known.sessions.findWithPapers(id))?.phoneLinks).toEqual(phoneLinks);
  await known.close();
  const service = await aService({ store: keep(sqliteStore(restored)) });
  const { app, deps } = service;
  expect((await deps.store.sessions.findWithPapers(id))?.phoneLinks.size).toBe(0);
  const [phone] = made.vote.phones;
  const marks = election.questions.map(() => 1);
  const answer = await inject(app, {
    ...{ method: 'POST', url: `/api/sessions/${id}/ballots`, headers: made.holder },
    payload: { ballot: sealed(made, election, phone, marks), recastKey: '0'.repeat(32) },
  });
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  const [holder] = [...phoneLinks.keys()].slice(1);
  const headers = await signedInAs(service, { grants: [{ role: 'chair', committeeId: aCommittee(1).id }] });
  const url = `/api/sessions/${id}/roll/${holder}/phone-paper`;
  const undone = await inject(app, { method: 'DELETE', url, headers });
  expect([undone.status, undone.body.code]).toEqual([409, 'phone-links-lost']);
  await app.close();
});

test('a phone paper whose holder is known waits until the holder is present', async () => {
  const made = await aRunningService(newFolder());
  const election = await opened(made);
  const { session } = await made.state();
  await made.change({ roll: session.roll.map((voter) => ({ ...voter, present: false })) });
  const [phone] = made.vote.phones;
  const ballot = sealed(
    made,
    election,
    phone,
    election.questions.map(() => 1),
  );
  const answer = await made.post('ballots', made.holder, { ballot, recastKey: '0'.repeat(32) });
  expect(answer.status).toBe(409);
  await made.service.app.close();
});

test('a folder without a database has nothing to back up, and is told so in one sentence', async () => {
  vi.stubEnv('DATA_DIR', newFolder());
  const said = await runHere(backupCommand(), [join(newFolder(), 'backup'), '--lang', 'en']);
  vi.unstubAllEnvs();
  expect(said).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('look whether DATA_DIR is right'),
  });
});

test('nothing is made over something, of nothing, or half; nothing is restored that is no whole backup, or over a database', async () => {
  const folder = newFolder();
  await aRunningService(folder);
  const target = join(newFolder(), 'backup');
  expect(await makeBackup({ folder: newFolder(), databaseUrl: undefined }, target, now)).toMatchObject({
    refusal: 'nothing-to-back-up',
  });
  expect(await makeBackup({ folder, databaseUrl: undefined }, target, now)).toMatchObject({ ok: true });
  expect(await makeBackup({ folder, databaseUrl: undefined }, target, now)).toMatchObject({ refusal: 'backup-exists' });
  expect(await restoreBackup(target, { dataFolder: folder, databaseUrl: undefined })).toMatchObject({
    refusal: 'folder-not-empty',
  });
  expect(await examineBackup(newFolder())).toMatchObject({ refusal: 'no-backup' });
  const disk = aSmallDisk(1);
  disk.fill();
  const full = await makeBackup({ folder, databaseUrl: undefined }, join(disk.folder, 'backup'), now);
  disk.free();
  expect(full).toMatchObject({ refusal: 'storage-full' });
  expect(readdirSync(disk.folder)).toEqual([]);
  appendFileSync(join(target, 'phieu.sqlite'), 'x');
  const fresh = join(newFolder(), 'data');
  expect(await restoreBackup(target, { dataFolder: fresh, databaseUrl: undefined })).toMatchObject({
    refusal: 'backup-altered',
  });
  expect(existsSync(fresh)).toBe(false);
});

test('a session that was altered is locked in the backup too, and stops no backup', async () => {
  const folder = newFolder();
  const made = await aRunningService(folder);
  const { id } = made.vote.state.session;
  const file = new Sqlite(join(folder, 'phieu.sqlite'));
  file.exec(`UPDATE session SET body = replace(body, 'Đồng chí', 'Đồng chi')`);
  file.close();
  const target = join(newFolder(), 'backup');
  expect(await makeBackup({ folder, databaseUrl: undefined }, target, now)).toMatchObject({
    ok: true,
    value: { altered: [id] },
  });
});

test('an administrator starts one into the folder of the server, sees how it went, and so many are kept', async () => {
  const folder = newFolder();
  const backups = join(newFolder(), 'backups');
  const environment = { DATA_DIR: folder, PHIEU_BACKUP_DIR: backups, PHIEU_BACKUP_KEEP: '2' };
  writeFileSync(join(folder, 'token.secret'), Buffer.alloc(32, 7));
  const made = await aVoteService({}, { store: keep(sqliteStore(folder)), environment });
  const { app, passSeconds } = made.service;
  const administrator = await signedInAs(made.service, { administrator: true });
  const ask = (method: 'GET' | 'POST') => inject(app, { method, url: '/api/service/backups', headers: administrator });
  expect((await ask('GET')).body).toEqual({
    ...{ folder: backups, everyHours: null, keep: 2, running: false, last: null, failure: null },
  });
  const through = () =>
    vi.waitFor(async () => {
      const { body } = await ask('GET');
      expect(body.running).toBe(false);
      return body;
    }, 60_000);
  const names: string[] = [];
  for (let turn = 0; turn < 3; turn++) {
    expect((await ask('POST')).status).toBe(202);
    expect((await ask('POST')).body.code).toBe('backup-running');
    const { last, failure } = await through();
    expect([last.altered, failure]).toEqual([0, null]);
    names.push(last.name);
    passSeconds(60);
  }
  expect(readdirSync(backups).sort()).toEqual(names.slice(1));
  const entries = await made.service.deps.store.audit.list({ kind: 'administration' }, { after: null, limit: 10 });
  expect(entries.filter(({ event }) => event === 'startBackup')).toHaveLength(3);

  writeFileSync(join(folder, 'token.secret'), '');
  await ask('POST');
  const { last, failure } = await through();
  expect([last.name, failure.note.en]).toEqual([names[2], expect.stringContaining('token.secret')]);
  expect(made.service.log.join('')).toContain('backup failed');

  // A disk that was taken out, and something else in its place.
  writeFileSync(join(folder, 'token.secret'), Buffer.alloc(32, 7));
  rmSync(backups, { recursive: true });
  writeFileSync(backups, '');
  await ask('POST');
  expect(await through()).toMatchObject({ last: null, failure: { note: failureNotes['storage-not-writable'] } });
  await app.close();
});

test('one is made by itself when it is due; one that failed is told of after a restart too, and tried again when that is due', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const folder = newFolder();
  const backups = join(newFolder(), 'backups');
  const environment = { DATA_DIR: folder, PHIEU_BACKUP_DIR: backups, PHIEU_BACKUP_HOURS: '24' };
  const secret = join(folder, 'token.secret');
  writeFileSync(secret, Buffer.alloc(32, 7));
  /** A service that listens, since only then it makes backups; `clockSetBy` seconds later than the first. */
  const aListening = async (clockSetBy = 0) => {
    const store = sqliteStore(folder);
    const service = await aService({ store, environment, clockSetBy });
    await service.app.listen({ port: 0, host: '127.0.0.1' });
    const after = async (seconds: number) => {
      service.passSeconds(seconds);
      const headers = await signedInAs(service, { administrator: true });
      const view = async () =>
        (await inject(service.app, { method: 'GET', url: '/api/service/backups', headers })).body;
      vi.advanceTimersByTime(60_000);
      return vi.waitFor(async () => {
        const seen = await view();
        expect(seen.running).toBe(false);
        return seen;
      }, 60_000);
    };
    const stop = async () => {
      await service.app.close();
      await store.close();
    };
    return { after, stop, log: service.log };
  };
  const day = 24 * 3600;

  const first = await aListening();
  // None yet: one is due at once, and the next a day later.
  expect((await first.after(0)).last.at).toBe('2026-12-01T01:00:00.000Z');
  expect((await first.after(day - 60)).last.at).toBe('2026-12-01T01:00:00.000Z');
  expect((await first.after(60)).last.at).toBe('2026-12-02T01:00:00.000Z');
  writeFileSync(secret, '');
  const failed = await first.after(day);
  expect(failed).toMatchObject({
    last: { at: '2026-12-02T01:00:00.000Z' },
    failure: { at: '2026-12-03T01:00:00.000Z' },
  });
  await first.stop();

  const second = await aListening(2 * day + 60);
  const known = await second.after(0);
  expect(known.failure).toEqual(failed.failure);
  expect(second.log.join('')).not.toContain('backup failed');
  writeFileSync(secret, Buffer.alloc(32, 7));
  const mended = await second.after(day);
  expect(mended).toMatchObject({ last: { at: '2026-12-04T01:01:00.000Z' }, failure: null });
  await second.stop();
  const third = await aListening(3 * day + 120);
  expect(await third.after(0)).toEqual(mended);
  await third.stop();
  // A service that has stopped makes none.
  vi.advanceTimersByTime(2 * day * 1000);
  expect(readdirSync(backups)).toHaveLength(3);
});

test('one that was given up because the service stopped is no failure: the next start tries again at once', async () => {
  const folder = newFolder();
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, PHIEU_BACKUP_HOURS: '24' });
  if (!read.ok) throw new Error(read.problem.en);
  const log: string[] = [];
  const started = await serve(read.config, { write: (line) => void log.push(line) });
  if (!started.ok) throw new Error(started.refusal);
  await started.service.stop();
  expect(existsSync(join(folder, 'backup-failure.json'))).toBe(false);
  expect(log.join('')).not.toContain('backup failed');
});
