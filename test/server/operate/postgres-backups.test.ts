import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accountId, signInId } from '../../../src/domain/account/account.ts';
import { noObject } from '../../../src/domain/audit.ts';
import { secretName } from '../../../src/server/start/data-folder.ts';
import { examineBackup, restoreBackup } from '../../../src/server/start/restore-backup.ts';
import { makeBackup } from '../../../src/server/workers/office/make-backup.ts';
import {
  emptyPostgresDatabase,
  newPostgresDatabase,
  openPostgresStore,
} from '../../support/service/new-postgres-store.ts';
import { aSignIn } from '../../support/service/service.ts';
import { keep, newFolder } from '../../support/service/stores.ts';

const now = new Date('2026-12-01T01:00:00Z');
const nothing = { personId: null, administrator: true, grants: [], secondFactor: null };

async function aServiceInPostgres() {
  const [databaseUrl, folder] = [await newPostgresDatabase(), newFolder()];
  writeFileSync(join(folder, secretName), Buffer.alloc(32, 7));
  const store = keep(await openPostgresStore(databaseUrl));
  const id = accountId.parse(randomUUID());
  await store.accounts.create({ id, username: 'Quản trị', passwordHash: 'hash', ...nothing });
  await store.accounts.addSignIn({ id: signInId.parse(randomUUID()), accountId: id, ...aSignIn });
  await store.audit.append({ ...noObject, at: now.toISOString(), event: 'signIn', accountId: id });
  return { databaseUrl, folder, store, id };
}

test('a backup of a database is restored into an empty one, without sign-ins, with the secret', async () => {
  const { folder, databaseUrl, store, id } = await aServiceInPostgres();
  const target = join(newFolder(), 'backup');
  expect(await makeBackup({ folder, databaseUrl }, target, now)).toMatchObject({ ok: true, value: { altered: [] } });
  expect(await makeBackup({ folder, databaseUrl }, target, now)).toMatchObject({ refusal: 'backup-exists' });

  const [restoredUrl, restoredFolder] = [await emptyPostgresDatabase(), join(newFolder(), 'data')];
  const place = { dataFolder: restoredFolder, databaseUrl: restoredUrl };
  expect(await restoreBackup(target, { ...place, databaseUrl: undefined })).toMatchObject({
    refusal: 'backup-of-postgres',
  });
  expect(await restoreBackup(target, { ...place, databaseUrl })).toMatchObject({ refusal: 'database-not-empty' });
  expect(await restoreBackup(target, place)).toMatchObject({ ok: true });
  expect(readFileSync(join(restoredFolder, secretName))).toEqual(Buffer.alloc(32, 7));
  const restored = keep(await openPostgresStore(restoredUrl));
  expect(await restored.accounts.list()).toEqual(await store.accounts.list());
  expect(await restored.accounts.signInsOf(id, now)).toEqual([]);
  expect(await restored.audit.check()).toEqual(await store.audit.check());
  await restored.audit.append({ ...noObject, at: now.toISOString(), event: 'signIn', accountId: id });
  expect(await restored.audit.check()).toMatchObject({ count: 2, brokenAt: null });
});

test('a backup that was altered, and one that is interrupted, leave nothing behind', async () => {
  const { folder, databaseUrl } = await aServiceInPostgres();
  const target = join(newFolder(), 'backup');
  expect(await makeBackup({ folder, databaseUrl: `${databaseUrl}x` }, target, now)).toMatchObject({
    refusal: 'database-unknown',
  });
  expect(existsSync(target)).toBe(false);
  expect(await makeBackup({ folder, databaseUrl }, target, now)).toMatchObject({ ok: true });
  const dump = join(target, 'phieu.dump');
  const bytes = readFileSync(dump);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9);
  writeFileSync(dump, bytes);
  expect(await examineBackup(target)).toMatchObject({ refusal: 'backup-altered' });
});
