import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { unreadableRows } from '../../../src/contract/kit/unreadable-rows.ts';
import { planId } from '../../../src/domain/plan/plan-id.ts';
import type { DamagedRow } from '../../../src/server/store/damaged-row.ts';
import { StoredRowDamaged, watchDamagedRows } from '../../../src/server/store/damaged-row.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aSessionId } from '../../support/build/stored-sessions.ts';
import { inject } from '../../support/service/counted-vote.ts';
import { aService, signedInAs } from '../../support/service/service.ts';
import { keep, newFolder } from '../../support/service/stores.ts';

const own = aCommittee(1).id;
const id = (number: number) => `0000000${number}-0000-4000-8000-00000000000a`;

/** Two rows of everything, of which somebody broke the first; and what is told of that. */
async function aDamagedStore() {
  const folder = newFolder();
  const made = sqliteStore(folder);
  await made.committees.change({ around: [] }, () => ({ ok: true, value: aCommittee(1) }));
  const service = await aService({ store: made });
  onTestFinished(() => service.app.close());
  await signedInAs(service, { username: 'broken' });
  await signedInAs(service, { username: 'whole' });
  await made.close();
  const file = new Sqlite(join(folder, 'phieu.sqlite'));
  const plan = file.prepare('INSERT INTO plan VALUES (?, ?, ?, 0, 2, ?)');
  const review = file.prepare('INSERT INTO half_term_review VALUES (?, ?, ?)');
  const list = file.prepare('INSERT INTO summoned_list VALUES (?, ?, ?)');
  const kept = file.prepare(
    "INSERT INTO kept_import (id, kind, by_account, at, committee_ids, counts) VALUES (?, 'province', ?, '2026-12-01', ?, '[]')",
  );
  for (const number of [0, 1]) {
    plan.run(id(number), own, '2026-01-01', '{}');
    review.run(own, `202${number}–2030`, '{}');
    list.run(own, `202${number}–2030`, '[]');
    kept.run(id(number), id(5), '[]');
  }
  file.exec(`UPDATE plan SET body = '{' WHERE id = '${id(0)}'`);
  for (const table of ['half_term_review', 'summoned_list'])
    file.exec(`UPDATE ${table} SET body = '{' WHERE term = '2020–2030'`);
  file.exec(`UPDATE kept_import SET committee_ids = '{' WHERE id = '${id(0)}'`);
  file.exec("UPDATE account SET second_factor = '{' WHERE username = 'broken'");
  file.close();
  const told: DamagedRow[] = [];
  onTestFinished(watchDamagedRows((damaged) => told.push(damaged)));
  const store = keep(sqliteStore(folder));
  Object.assign(service.deps.store, store);
  return { store, service, told, folder };
}

test('one row that cannot be read takes no list down, and is named', async () => {
  const { store, told } = await aDamagedStore();
  expect((await store.accounts.list()).map(({ username }) => username)).toEqual(['whole']);
  expect(await store.plans.of([own])).toHaveLength(1);
  expect(await store.halfTerm.list(own)).toHaveLength(1);
  expect(await store.halfTerm.ofTerm([own], '2020–2030')).toHaveLength(0);
  expect(await store.halfTerm.termOf(own, aSessionId(1))).toBeUndefined();
  expect(await store.summoned.list(own)).toHaveLength(1);
  expect(await store.imports.list(null, 9)).toHaveLength(1);
  expect(told.map(({ table }) => table)).toEqual([
    ...['account', 'plan', 'half_term_review', 'summoned_list', 'kept_import'],
  ]);
  expect(told[1]).toEqual({ table: 'plan', row: id(0) });
});

test('whoever reads a list from which one is missing is told so', async () => {
  const { service, folder } = await aDamagedStore();
  const file = new Sqlite(join(folder, 'phieu.sqlite'));
  // Whole, but with nothing in them that a page could show.
  for (const table of ['plan', 'half_term_review']) file.exec(`DELETE FROM ${table} WHERE body = '{}'`);
  file.exec("DELETE FROM kept_import WHERE committee_ids = '[]'");
  file.close();
  const headers = await signedInAs(service, {
    administrator: true,
    grants: [{ role: 'office', committeeId: own }],
  });
  const at = (path: string) => `/api/committees/${own}/${path}`;
  const lists = ['/api/accounts', at('plans'), at('half-term'), at('summoned'), '/api/imports'];
  for (const url of lists) {
    const answer = await inject(service.app, { method: 'GET', url, headers });
    expect([url, answer.status, answer.headers[unreadableRows]]).toEqual([url, 200, '1']);
  }
  const whole = await inject(service.app, { method: 'GET', url: at('followers'), headers });
  expect([whole.status, whole.headers[unreadableRows]]).toEqual([200, undefined]);
});

test('one that cannot be read is not taken for one that is not there', async () => {
  const { store } = await aDamagedStore();
  await expect(store.plans.find(planId.parse(id(0)))).rejects.toThrow(StoredRowDamaged);
  await expect(store.halfTerm.find(own, '2020–2030')).rejects.toThrow(StoredRowDamaged);
  const write = store.halfTerm.change(own, '2020–2030', () => ({ ok: false, refusal: 'no' }));
  await expect(write).rejects.toThrow(StoredRowDamaged);
});

test('an entry of the audit log that somebody broke is shown as damaged, the others as they are', async () => {
  const { service, folder, store } = await aDamagedStore();
  const note = { event: 'signOut', accountId: null, sessionId: null, aboutAccountId: null, planId: null };
  for (const at of ['2026-12-01T01:00:00.000Z', '2026-12-01T02:00:00.000Z']) {
    await store.audit.append({ ...note, at, committeeId: null, personId: null, role: null });
  }
  const file = new Sqlite(join(folder, 'phieu.sqlite'));
  file.exec("DROP TRIGGER audit_entry_not_changed; UPDATE audit_entry SET at = 'never', role = 'x' WHERE number = 1");
  file.close();
  const headers = await signedInAs(service, { administrator: true });
  const { status, body } = await inject(service.app, { method: 'GET', url: '/api/audit', headers });
  expect(status).toBe(200);
  expect(body.rows.map(({ event }: { event: string }) => event)).toEqual(['damaged', 'signOut']);
});

test('whoever asks for the one row is told that it is damaged', async () => {
  const { service } = await aDamagedStore();
  const headers = await signedInAs(service, { grants: [{ role: 'office', committeeId: own }] });
  const url = `/api/committees/${own}/half-term/review?term=${encodeURIComponent('2020–2030')}`;
  const { status, body } = await inject(service.app, { method: 'GET', url, headers });
  expect([status, body.code]).toEqual([409, 'stored-row-damaged']);
});
