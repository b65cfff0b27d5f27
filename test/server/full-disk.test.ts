import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { inject, sendFile } from '../support/service/counted-vote.ts';
import { signedInAs } from '../support/service/service.ts';
import { aSmallDisk } from '../support/service/small-disk.ts';
import { keep } from '../support/service/stores.ts';
import { aVoteService, opened, sealed } from '../support/service/vote-service.ts';

test('on a full disk nothing is acknowledged, and everything goes on when there is room again', async () => {
  const disk = aSmallDisk(8);
  const store = keep(sqliteStore(disk.folder));
  const made = await aVoteService({}, { store });
  const { app } = made.service;
  const administrator = await signedInAs(made.service, { administrator: true });
  const account = { username: 'thu.ky', password: 'một mật khẩu dài' };
  const dossier = () => sendFile(made, 'POST', 'dossiers?title=Báo cáo', made.chair, Buffer.from('%PDF-1.7\n'));
  const post = (path: string, payload: object, headers = {}) =>
    inject(app, { method: 'POST', url: `/api/${path}`, payload, headers });
  const create = () => post('accounts', account, administrator);
  const storage = async () => (await inject(app, { method: 'GET', url: '/api/service', headers: made.chair })).body;

  /** Every block that the log holds is given back first, so that the very next change finds no room. */
  const whileFull = async (attempt: () => Promise<{ status: number; body: { code?: string } }>) => {
    const other = new Sqlite(join(disk.folder, 'phieu.sqlite'));
    other.pragma('wal_checkpoint(TRUNCATE)');
    other.close();
    disk.fill();
    const { status, body } = await attempt();
    const told = await storage();
    disk.free();
    expect(told).toMatchObject({ storage: 'full', note: { en: expect.stringContaining('disk') } });
    return `${status} ${body.code}`;
  };

  expect(await whileFull(dossier)).toBe('507 storage-full');
  expect(await store.documents.list(made.vote.state.session.id)).toEqual([]);
  expect((await dossier()).status).toBe(201);
  expect(await storage()).toEqual({ storage: 'fine', note: null, warnings: [] });

  const head = await store.audit.check();
  expect(await whileFull(create)).toBe('507 storage-full');
  expect(await store.audit.check()).toEqual(head);
  expect((await create()).status).toBe(201);
  expect(await whileFull(() => post('sign-in', account))).toBe('507 storage-full');
  expect((await post('sign-in', account)).status).toBe(200);

  const election = await opened(made);
  const [paper] = made.vote.sheets;
  if (paper === undefined) throw new Error('no sheet');
  const marks = election.questions.map(() => 1);
  const ballot = { ballot: sealed(made, election, paper, marks), recastKey: '0'.repeat(32) };
  const cast = () => post(`sessions/${made.vote.state.session.id}/ballots`, ballot, made.holder);
  const before = await made.everything();
  expect(await whileFull(cast)).toBe('507 storage-full');
  expect(await made.everything()).toEqual(before);
  expect((await cast()).status).toBe(200);

  const told = made.service.log.map((line) => JSON.parse(line)).filter(({ trouble }) => trouble !== undefined);
  expect(told.map(({ operation, trouble }) => [operation, trouble])).toEqual([
    ['addDossier', 'storage-full'],
    ['createAccount', 'storage-full'],
    ['signIn', 'storage-full'],
    ['castBallot', 'storage-full'],
  ]);
  await app.close();
});
