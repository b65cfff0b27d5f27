import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aPersonId, aSeatId } from '../../support/build/ids.ts';
import { imported, rosterText, tryTakeBack } from '../../support/build/imports.ts';
import { keep, newFolder } from '../../support/service/stores.ts';

/** Runs until the process has killed itself in the middle of its step. */
function killed(folder: string, what: string): void {
  const program = fileURLToPath(new URL('../../support/service/import-process.ts', import.meta.url));
  const { signal, stderr } = spawnSync(process.execPath, [program, folder, what], { encoding: 'utf8' });
  expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
}

test('an import and its taking back are there whole or not at all, whenever the process is killed', async () => {
  const folder = newFolder();
  const store = keep(sqliteStore(folder));
  const [top, other] = [aCommittee(1), aCommittee(2)];
  await store.committees.importRoster(null, () => ({ ok: true, committees: [top, other] }));
  const empty = await rosterText(store);
  killed(folder, 'import');
  expect(await rosterText(store)).toBe(empty);
  expect(await store.imports.list(null, 10)).toEqual([]);

  const id = await imported(store, {
    committees: [{ ...other, superiorId: top.id, superiorSince: '2026-07-01' }],
    pastSuperiors: [{ committeeId: other.id, superiorId: null, from: null, to: '2026-06-30' }],
    people: [{ id: aPersonId(1), name: 'Lò Văn Một', code: 'CB-1', birthYear: null }],
    seats: [
      {
        ...{ id: aSeatId(1), committeeId: other.id, personId: aPersonId(1), position: 'Bí thư' },
        ...{ order: 1, from: null, to: null },
      },
    ],
  });
  const whole = await rosterText(store);
  killed(folder, id);
  expect(await rosterText(store)).toBe(whole);
  expect(await store.imports.list(null, 10)).toMatchObject([{ id, takenBack: null }]);
  expect(await tryTakeBack(store, id)).toBe('taken back');
  expect(await rosterText(store)).toBe(empty);
});
