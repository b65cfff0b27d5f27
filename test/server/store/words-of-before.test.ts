import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { joinParts } from '../../../src/server/record/append-part.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { bodyDigest } from '../../../src/server/store/session-seal.ts';
import { connectTo } from '../../../src/server/store/sqlite/database.ts';
import { runMigrations } from '../../../src/server/store/sqlite/run-migrations.ts';
import { sealingAnew } from '../../../src/server/store/sqlite/sealing-anew.ts';
import { inNewWords } from '../../../src/server/store/sqlite/words-of-before.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aPersonId } from '../../support/build/ids.ts';
import { patience } from '../../support/patience.ts';
import { done, inject } from '../../support/service/counted-vote.ts';
import { aService, signedInAs } from '../../support/service/service.ts';
import { keep, newFolder } from '../../support/service/stores.ts';

/**
 * What the last release before migration 0027 left: a published vote, a rank of the province's own, an issued plan that
 * was amended, a province in three tiers and then in two, imported one after the other.
 */
const sample = readFileSync(
  fileURLToPath(new URL('../../data/databases/before-the-words-of-0027.sql', import.meta.url)),
  'utf8',
);
const own = aCommittee(2).id;

/** The service on that database; `before` is done to it while it still has its older words. */
async function upgraded(before: string | ((client: Sqlite.Database, folder: string) => void) = '') {
  const folder = newFolder();
  const client = new Sqlite(join(folder, 'phieu.sqlite'));
  client.exec(sample);
  if (typeof before === 'string') client.exec(before);
  else before(client, folder);
  const session = client.prepare('SELECT id FROM session').pluck().get() as string;
  const entries = client.prepare('SELECT number, event, hash FROM audit_entry ORDER BY number').all();
  client.close();
  const service = await aService({ store: keep(sqliteStore(folder)) });
  onTestFinished(() => service.app.close());
  const administrator = await signedInAs(service, { administrator: true });
  const superior = await signedInAs(service, { personId: aPersonId(501) });
  const office = await signedInAs(service, { grants: [{ role: 'office', committeeId: own }] });
  const ask = (method: 'GET' | 'POST', url: string, headers: Record<string, string>) =>
    inject(service.app, { method, url, headers });
  return { service, folder, session, entries, administrator, superior, office, ask };
}

describe('a database with the words of before', () => {
  test('has its published result as it was, and its record verifies', async () => {
    const { service, session, superior, ask } = await upgraded();
    const read = () => ask('GET', `/api/sessions/${session}/result`, superior);
    // Its record is checked first.
    const { body } = await vi.waitFor(async () => done(read()), patience);
    expect([body.committeeName, body.subjects[0].levels.high]).toEqual([aCommittee(1).name, expect.anything()]);
    const record = joinParts(await service.deps.store.sessions.record(ownRecord(session as never)));
    const report = await verifyRecord(record, { group: sodiumGroup, uuid: session, final: true });
    expect(report).toMatchObject({ ok: true, stage: 'result', numbers: { ballots: 9, counted: 8 } });
    const { body: listed } = await ask('GET', '/api/results?rank=commune', superior);
    expect(listed.rows).toMatchObject([
      { sessionId: session, committeeName: aCommittee(1).name, committeeRank: 'commune' },
    ]);
    const kept = await service.deps.store.sessions.find(session as never);
    expect(kept?.printRuns).toMatchObject([{ size: 9, status: 'confirmed' }]);
  });

  test('has its plan with every amendment, its ranks, and its people by name', async () => {
    const { service, office, ask } = await upgraded();
    const { body: plans } = await ask('GET', `/api/committees/${own}/plans`, office);
    const { body: plan } = await ask('GET', `/api/committees/${own}/plans/${plans[0].id}`, office);
    expect(plan.deadlines).toMatchObject([{ rank: 'commune', by: '2027-04-30' }]);
    expect(plan.amendments[0].before.deadlines).toMatchObject([{ rank: 'commune', by: '2027-03-31' }]);
    const { committees } = service.deps.store;
    expect((await committees.ranks()).map(({ id }) => id)).toContain('dang-bo-dac-khu');
    expect((await committees.list()).every(({ rank }) => rank !== '')).toBe(true);
    expect((await committees.people()).every(({ name }) => name.includes(' '))).toBe(true);
  });

  test('keeps the entries of its log, which are said in the words of today', async () => {
    const { service, folder, entries, administrator, ask } = await upgraded();
    expect(await service.deps.store.audit.check()).toMatchObject({ brokenAt: null });
    const client = new Sqlite(join(folder, 'phieu.sqlite'), { readonly: true });
    const kept = client.prepare('SELECT number, event, hash FROM audit_entry ORDER BY number').all();
    client.close();
    expect(kept.slice(0, entries.length)).toEqual(entries);
    const { body } = await ask('GET', '/api/audit', administrator);
    const added = body.rows.find(({ event }: { event: string }) => event === 'addLevel');
    expect(added.what.en).toBe('Add a rank');
  });

  test('lets both imports be taken back, the later one first', async () => {
    const { administrator, ask } = await upgraded();
    const { body: imports } = await ask('GET', '/api/imports', administrator);
    expect(imports).toHaveLength(2);
    for (const { id } of imports) {
      const { status, body } = await ask('POST', `/api/imports/${id}/taking-back`, administrator);
      expect([status, body?.code]).toEqual([200, undefined]);
    }
  });

  test('still knows what was changed since an import', async () => {
    const { administrator, ask } = await upgraded(
      "UPDATE committee SET sector = 'Khác' WHERE id IN (SELECT json_extract(image, '$.committees[0].id') FROM kept_import ORDER BY number DESC LIMIT 1)",
    );
    const { body: imports } = await ask('GET', '/api/imports', administrator);
    const { status, body } = await ask('POST', `/api/imports/${imports[0].id}/taking-back`, administrator);
    expect([status, body.problems.map(({ code }: { code: string }) => code)]).toEqual([409, ['committee-changed']]);
  });

  test('does not make good what was altered beside the service before the upgrade', async () => {
    const { session, superior, ask } = await upgraded(
      "UPDATE session SET body = json_set(body, '$.committeeLevel', 'cell')",
    );
    expect((await ask('GET', `/api/sessions/${session}/result`, superior)).body.code).toBe('record-altered');
  });

  test('nor what was altered together with its digests, which the audit log was not made with', async () => {
    const { session, superior, ask } = await upgraded((client) => {
      const kept = JSON.parse(String(client.prepare('SELECT body FROM session').pluck().get()));
      const body = JSON.stringify({ ...kept, settings: { ...kept.settings, placeOfIssue: 'Nơi khác' } });
      client.prepare('UPDATE session SET body = ?').run(body);
      client.prepare('UPDATE session_seal SET body = ?').run(bodyDigest(body));
    });
    expect((await ask('GET', `/api/sessions/${session}/result`, superior)).body.code).toBe('record-altered');
  });

  test('nor where the upgrade was killed between its migration and its sealing', async () => {
    const { session, superior, ask } = await upgraded((client, folder) => {
      client.exec("UPDATE session SET body = json_set(body, '$.committeeLevel', 'cell')");
      client.pragma('journal_mode = WAL');
      const other = connectTo(folder, { readonly: false });
      const killed = () =>
        sealingAnew(other.database, (transaction) => {
          runMigrations(transaction);
          throw new Error('killed');
        });
      expect(killed).toThrow('killed');
      other.close();
    });
    expect((await ask('GET', `/api/sessions/${session}/result`, superior)).body.code).toBe('record-altered');
  });

  test.each([
    ['says that it was sealed earlier', 'UPDATE sealing SET migrations = migrations - 1'],
    ['does not say any more that it was ever sealed', 'DELETE FROM sealing'],
    ['has lost its seals as well', 'DELETE FROM sealing; DELETE FROM session_seal'],
  ])('nor where the database %s', async (_what, statement) => {
    const { session, superior, ask } = await upgraded(
      `UPDATE session SET body = json_set(body, '$.committeeLevel', 'cell'); ${statement}`,
    );
    expect((await ask('GET', `/api/sessions/${session}/result`, superior)).body.code).toBe('record-altered');
  });

  test('is opened whatever somebody made of a row; the row is left as it is', async () => {
    const { service } = await upgraded(`
      UPDATE kept_import SET image = json_set(image, '$.people[0].before', 'abc', '$.committees[0]', 'abc');
      UPDATE person SET full_name = x'4c61'; UPDATE person SET code = x'ff00' WHERE rowid = 1;
      UPDATE plan SET body = json_set(body, '$.amendments', 'abc')`);
    expect((await service.deps.store.committees.ranks()).length).toBeGreaterThan(5);
  });

  test('is opened where a row is no JSON; the row is left as it is', async () => {
    const { folder, office, ask } = await upgraded("UPDATE plan SET body = '{'; UPDATE kept_import SET image = '['");
    expect((await ask('GET', `/api/committees/${own}/plans`, office)).body).toEqual([]);
    const client = new Sqlite(join(folder, 'phieu.sqlite'), { readonly: true });
    expect(client.prepare('SELECT body, format FROM plan').all()).toEqual([{ body: '{', format: 1 }]);
    client.close();
  });
});

test('only fields are renamed, in their places; levels of a form stay levels', () => {
  const session = {
    id: 'x',
    batches: [{ id: 'b' }],
    form: { levels: [{ id: 'high' }] },
    committeeLevel: 'cell',
    roll: [],
  };
  expect(inNewWords('session', JSON.stringify(session))).toBe(
    '{"id":"x","printRuns":[{"id":"b"}],"form":{"levels":[{"id":"high"}]},"committeeRank":"cell","roll":[]}',
  );
  expect(inNewWords('session', '[]')).toBeNull();
  expect(inNewWords('plan', '{')).toBeNull();
});
