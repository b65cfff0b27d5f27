import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { imported, importer, tryTakeBack } from '../../support/build/imports.ts';
import { keep, newFolder } from '../../support/service/stores.ts';

test('who took an import back is stored under the name of earlier releases, and read under the one of today', async () => {
  const folder = newFolder();
  const store = keep(sqliteStore(folder));
  const id = await imported(store, { committees: [aCommittee(1)] });
  const at = '2026-12-01T02:00:00.000Z';
  expect(await tryTakeBack(store, id, at)).toBe('taken back');
  const file = new Sqlite(join(folder, 'phieu.sqlite'), { readonly: true });
  const row = file.prepare('SELECT by_account, taken_back FROM kept_import').get();
  file.close();
  expect(row).toEqual({ by_account: importer, taken_back: JSON.stringify({ by: importer, at }) });
  expect(await store.imports.list(null, 10)).toMatchObject([
    { accountId: importer, takenBack: { accountId: importer, at } },
  ]);
});
