import { randomUUID } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { recoverCommand } from '../../src/cli/recover.ts';
import { verifyAuditCommand } from '../../src/cli/verify-audit.ts';
import { accountId } from '../../src/domain/account/account.ts';
import { noObject } from '../../src/domain/audit.ts';
import { aCommitteeId } from '../support/build/ids.ts';
import { runHere } from '../support/service/commands.ts';
import { inPostgres, newPostgresDatabase, openPostgresStore } from '../support/service/new-postgres-store.ts';
import { keep, newFolder } from '../support/service/stores.ts';

afterEach(() => vi.unstubAllEnvs());

async function aDatabase() {
  const url = await newPostgresDatabase();
  vi.stubEnv('DATABASE_URL', url);
  vi.stubEnv('DATA_DIR', newFolder());
  return { url, store: keep(await openPostgresStore(url)) };
}

const note = { ...noObject, at: '2026-12-01T01:00:00.000Z', event: 'signIn', accountId: null };

test('the audit log is checked in the database, beside what uses it', async () => {
  const { url, store } = await aDatabase();
  const verify = (...args: string[]) => runHere(verifyAuditCommand(), ['--lang', 'en', ...args]);
  expect(await verify()).toMatchObject({ status: 0 });
  for (const chain of [null, aCommitteeId(1), null]) await store.audit.append({ ...note, committeeId: chain });
  const head = await store.audit.head();
  const own = await store.audit.head(aCommitteeId(1));
  const heads = [`2:${head?.hash}`, `${aCommitteeId(1)}/1:${own?.hash}`].flatMap((end) => ['--head', end]);
  expect(await verify(...heads)).toMatchObject({ status: 0, stdout: expect.stringContaining('2') });
  expect(await verify('--head', `3:${head?.hash}`)).toMatchObject({ status: 1 });
  await inPostgres(url, "UPDATE audit_entry SET event = 'signOut' WHERE number = 1");
  expect(await verify()).toMatchObject({ status: 1, stdout: expect.stringContaining('entry 1') });
});

test('a database that is not there, or is another program’s, is no log; its address is not repeated', async () => {
  const { url } = await aDatabase();
  vi.stubEnv('DATABASE_URL', url.replace('//phieu@', '//phieu:a-password@').replace(/\w+$/, 'nowhere'));
  const missing = await runHere(verifyAuditCommand(), []);
  expect(missing).toMatchObject({ status: 2, stderr: expect.stringContaining('CREATE DATABASE') });
  expect(missing.stderr).not.toContain('a-password');
  vi.stubEnv('DATABASE_URL', url.replace(/\w+$/, 'postgres'));
  expect(await runHere(verifyAuditCommand(), [])).toMatchObject({ status: 2 });
});

test('an account is recovered in the database, and the log says so', async () => {
  const { store } = await aDatabase();
  const id = accountId.parse(randomUUID());
  const nothing = { personId: null, grants: [], secondFactor: null };
  await store.accounts.create({ id, username: 'Quản trị', passwordHash: '', administrator: true, ...nothing });
  const done = await runHere(recoverCommand(), ['quản TRỊ']);
  expect(done).toMatchObject({ status: 0, stdout: expect.stringContaining('/accounts#/welcome/') });
  expect(await runHere(recoverCommand(), ['nobody'])).toMatchObject({ status: 1 });
  const entries = await store.audit.list({ kind: 'administration' }, { after: null, limit: 9 });
  expect(entries).toMatchObject([{ event: 'recoverAccount', aboutAccountId: id }]);
});
