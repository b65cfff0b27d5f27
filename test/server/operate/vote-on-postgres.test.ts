import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { verifyAuditCommand } from '../../../src/cli/verify-audit.ts';
import { sessionId } from '../../../src/domain/session/session.ts';
import { restoreBackup } from '../../../src/server/start/restore-backup.ts';
import { makeBackup } from '../../../src/server/workers/office/make-backup.ts';
import { runHere, verifyHere } from '../../support/service/commands.ts';
import { holdDemoVote } from '../../support/service/demo-vote.ts';
import { emptyPostgresDatabase, inPostgres, openPostgresStore } from '../../support/service/new-postgres-store.ts';
import { launcher, type ServerProcess, serverProcess } from '../../support/service/server-process.ts';
import { keep, newFolder } from '../../support/service/stores.ts';

const resultOf = () => JSON.parse(readFileSync(join(papers, 'result.json'), 'utf8'));

let server: ServerProcess;
let databaseUrl: string;
const [data, papers] = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'phieu-postgres-vote-'))) as [string, string];

/** From an empty database to a published result: roster, papers, keys, rehearsal, opening, phones, sheets, closing, tally. */
beforeAll(async () => {
  databaseUrl = await emptyPostgresDatabase();
  const hurried = { PHIEU_COUNTDOWN_SECONDS: '1', PHIEU_RECAST_PAUSE_SECONDS: '1' };
  server = await serverProcess(data, { DATABASE_URL: databaseUrl, LOG_LEVEL: 'debug', ...hurried }, launcher);
  const setupToken = () => /\/setup#(\S+)/.exec(server.said.join('\n'))?.[1];
  await vi.waitFor(() => expect(setupToken()).toBeDefined());
  await holdDemoVote(server, { setupToken, folder: papers, take: ({ run }) => run() });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  for (const folder of [data, papers]) rmSync(folder, { recursive: true });
});

test('a whole vote is held through the API on PostgreSQL, and its record verifies', async () => {
  const record = join(papers, 'record');
  const names = readdirSync(record).sort();
  const pathOf = (ending: string) => join(record, names.find((name) => name.endsWith(ending)) ?? '');
  const args = [pathOf('.bel'), '--supplement', pathOf('.supplement.json'), '--result', join(papers, 'result.json')];
  expect(await verifyHere(...args, '--final')).toMatchObject({ status: 0 });
  expect(resultOf().collected).toBeGreaterThan(0);
});

test('the node leaves neither the embedded database nor the address of its own behind', async () => {
  await server.end('SIGTERM');
  expect(readdirSync(data)).toContain('token.secret');
  expect(readdirSync(data).filter((name) => name.startsWith('phieu.sqlite'))).toEqual([]);
  for (const line of [...server.log, ...server.said]) expect(line).not.toContain(databaseUrl);
  expect(server.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});

test('its audit log holds, and its backup is restored into another database with every session whole', async () => {
  vi.stubEnv('DATABASE_URL', databaseUrl);
  expect(await runHere(verifyAuditCommand(), [])).toMatchObject({ status: 0 });
  const target = join(newFolder(), 'backup');
  expect(await makeBackup({ folder: data, databaseUrl }, target, new Date())).toMatchObject({
    ok: true,
    value: { altered: [] },
  });
  const place = { dataFolder: join(newFolder(), 'data'), databaseUrl: await emptyPostgresDatabase() };
  expect(await restoreBackup(target, place)).toMatchObject({ ok: true });
  const [one, other] = [keep(await openPostgresStore(databaseUrl)), keep(await openPostgresStore(place.databaseUrl))];
  const id = sessionId.parse(resultOf().record.uuid);
  const before = await one.sessions.findWithPapers(id);
  const after = await other.sessions.findWithPapers(id);
  expect(after).toEqual(before);
  expect(after?.session.state).toBe('published');
  expect(await other.audit.check()).toEqual(await one.audit.check());

  // What is altered beside the service is told by the next backup.
  await inPostgres(place.databaseUrl, "UPDATE session SET body = replace(body, 'Hội trường', 'Nhà khách')");
  const again = await makeBackup(
    { folder: data, databaseUrl: place.databaseUrl },
    join(newFolder(), 'again'),
    new Date(),
  );
  expect(again).toMatchObject({ ok: true, value: { altered: [id] } });
});
