import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { accept, refuse } from '../../../src/domain/ruling.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aPersonId } from '../../support/build/ids.ts';
import { keepDocument } from '../../support/service/documents.ts';
import { keep, newFolder } from '../../support/service/stores.ts';
import { aVoteService, opened, type VoteService } from '../../support/service/vote-service.ts';

const report = Uint8Array.of(1);

/** A vote on a file that another program has open too. */
async function aVoteOnDisk() {
  const folder = newFolder();
  const made = await aVoteService({}, { store: keep(sqliteStore(folder)) });
  onTestFinished(() => made.service.app.close());
  return { made, file: fileIn(folder) };
}

function fileIn(folder: string): Sqlite.Database {
  const file = new Sqlite(join(folder, 'phieu.sqlite'));
  onTestFinished(() => {
    file.close();
  });
  return file;
}

/** What each of them is answered, asking twice, so that the second answer could be what was remembered. */
async function answersTo(made: VoteService) {
  const people = { chair: made.chair, teller: made.teller(1), holder: made.holder };
  const statuses = await Promise.all(
    Object.entries(people).map(async ([name, headers]) => {
      await made.get('ballot', headers);
      return [name, (await made.get('ballot', headers)).status];
    }),
  );
  return Object.fromEntries(statuses);
}

/** By another program, and by the service itself. */
const endings: [what: string, statement: string, act: (made: VoteService) => Promise<unknown>, after: object][] = [
  [
    'a sign-out',
    'DELETE FROM sign_in',
    async ({ service: { app }, chair, teller }) => {
      for (const headers of [chair, teller(1)]) await app.inject({ method: 'POST', url: '/api/sign-out', headers });
    },
    { chair: 401, teller: 401, holder: 200 },
  ],
  [
    'a role that was taken away',
    'DELETE FROM account_grant',
    async ({ service: { deps } }) => {
      const { accounts } = deps.store;
      for (const { id } of await accounts.list()) {
        await accounts.update<never>(id, (account) => accept({ ...account, grants: [] }));
      }
    },
    { chair: 404, teller: 200, holder: 200 },
  ],
];

test.each(endings)('%s is in force at the next request, whoever wrote it', async (_what, statement, act, after) => {
  const own = await aVoteOnDisk();
  const beside = await aVoteOnDisk();
  const all = { chair: 200, teller: 200, holder: 200 };
  expect([await answersTo(own.made), await answersTo(beside.made)]).toEqual([all, all]);
  await act(own.made);
  beside.file.exec(statement);
  expect([await answersTo(own.made), await answersTo(beside.made)]).toEqual([after, after]);
});

test('a seat and a duty that have ended tie nobody any more', async () => {
  const { made, file } = await aVoteOnDisk();
  const { ties } = made.service.deps.store;
  const { id, tellers } = made.vote.state.session;
  const [teller] = tellers;
  const tiesOf = (personId: string | null, today = '2026-12-01') => ties.ofSession(id, { personId, today });
  const seated = aPersonId(1);
  for (const _time of ['first', 'remembered']) {
    expect(await tiesOf(seated)).toMatchObject({ seatHolder: true, readKey: false });
    expect(await tiesOf(teller?.personId ?? null)).toMatchObject({ teller: true });
  }
  file.exec(`UPDATE seat SET to_day = '2026-11-30'; DELETE FROM session_person WHERE role = 'teller'`);
  expect(await tiesOf(seated)).toMatchObject({ seatHolder: false });
  expect(await tiesOf(seated, '2026-11-30')).toMatchObject({ seatHolder: true });
  expect(await tiesOf(teller?.personId ?? null)).toMatchObject({ teller: false });
});

test('a read key counts for whoever shows it, and for nobody else', async () => {
  const { made } = await aVoteOnDisk();
  const { ties } = made.service.deps.store;
  const { id, readKey } = made.vote.state.session;
  const question = { personId: null, today: '2026-12-01' };
  for (const [shown, holds] of [
    [{ readKey }, true],
    [{ readKey: `${readKey}?` }, false],
    [{}, false],
    [{ readKey }, true],
  ] as const) {
    expect(await ties.ofSession(id, { ...question, ...shown })).toMatchObject({ readKey: holds });
  }
});

const alterations: [what: string, statement: string, problem: RegExp][] = [
  ['a title', `UPDATE document SET title = 'Another'`, /document a was altered/],
  ['a row taken away', 'DELETE FROM document', /list of documents/],
];

test.each(alterations)('%s among documents that were listed before is noticed', async (_what, statement, problem) => {
  const { made, file } = await aVoteOnDisk();
  const { store } = made.service.deps;
  const { documents, locks } = store;
  const sessionId = made.vote.state.session.id;
  const document = { id: 'a', sessionId, kind: 'dossier', subjectId: null, title: 'Báo cáo' } as const;
  await keepDocument(store, document, Uint8Array.of(1));
  const told: string[] = [];
  locks.tell(({ problem: found }) => told.push(found));
  for (const _time of ['first', 'remembered']) expect(await documents.list(sessionId)).toEqual([document]);
  file.exec(statement);
  expect(await documents.list(sessionId)).toEqual([]);
  expect(told).toEqual([expect.stringMatching(problem)]);
});

test('a list of documents that was altered is not sealed by the next one that comes', async () => {
  const { made, file } = await aVoteOnDisk();
  const { store } = made.service.deps;
  const sessionId = made.vote.state.session.id;
  const document = { sessionId, kind: 'dossier', subjectId: null, title: 'Báo cáo' } as const;
  await keepDocument(store, { ...document, id: 'a' }, Uint8Array.of(1));
  file.exec('DELETE FROM document');
  const digest = () => file.prepare('SELECT documents FROM session_seal').pluck().get();
  const before = digest();
  const told: string[] = [];
  store.locks.tell(({ problem }) => told.push(problem));
  await keepDocument(store, { ...document, id: 'b' }, Uint8Array.of(2));
  expect((await store.documents.list(sessionId)).map(({ id }) => id)).toEqual(['b']);
  expect([told, digest()]).toEqual([['its list of documents was altered'], before]);
});

test('a list shows an own step at once, and nothing of a session that was altered since it was listed', async () => {
  const { made, file } = await aVoteOnDisk();
  const titles = async () => (await made.service.app.inject({ url: '/api/sessions', headers: made.chair })).json();
  const { settings } = made.vote.state.session;
  for (const _time of ['first', 'remembered']) expect(await titles()).toMatchObject([{ title: settings.title }]);
  await made.change({ settings: { ...settings, title: 'Another' } });
  expect(await titles()).toMatchObject([{ title: 'Another' }]);
  file.exec(`UPDATE session SET body = replace(body, 'Another', 'A third')`);
  expect(await titles()).toEqual([]);
  expect((await made.get('ballot', made.holder)).body).toMatchObject({ code: 'record-altered' });
});

test('a session has another revision after each change of what is kept of it, whoever makes it', async () => {
  const { made, file } = await aVoteOnDisk();
  await opened(made);
  const { store } = made.service.deps;
  const sessionId = made.vote.state.session.id;
  await keepDocument(store, { id: 'a', sessionId, kind: 'dossier', subjectId: null, title: 'Báo cáo' }, report);
  const revision = () => file.prepare('SELECT number FROM session_revision').pluck().get() as number;
  const grown = async (change: () => unknown) => {
    const before = revision();
    await change();
    return revision() > before;
  };
  const tables = file
    .prepare(`SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
      WHERE m.type = 'table' AND c.name = 'session_id' AND m.name NOT IN ('session_revision', 'audit_entry', 'committee_audit_entry',
        'box_renewal', 'running_countdown') ORDER BY 1`)
    .pluck()
    .all() as string[];
  const empty = tables.filter((table) => file.prepare(`SELECT count(*) FROM ${table}`).pluck().get() === 0);
  // The links of earlier releases are sealed now, and lie elsewhere.
  expect(empty).toEqual(['phone_link', 'published_result']);
  file.pragma('foreign_keys = OFF');
  for (const table of [...tables.filter((one) => !empty.includes(one)), 'session', 'record_event']) {
    const [column] = file.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    const statements = [
      `UPDATE ${table} SET ${column} = ${column}`,
      `CREATE TEMP TABLE kept AS SELECT * FROM ${table}`,
    ];
    expect([table, await grown(() => file.exec(statements[0] ?? ''))]).toEqual([table, true]);
    if (['session', 'record'].includes(table)) continue;
    file.exec(statements[1] ?? '');
    expect([table, await grown(() => file.exec(`DELETE FROM ${table}`))]).toEqual([table, true]);
    expect([table, await grown(() => file.exec(`INSERT INTO ${table} SELECT * FROM kept`))]).toEqual([table, true]);
    file.exec('DROP TABLE kept');
  }
  expect(await grown(() => store.sessions.update(sessionId, withAllPapers, (after) => accept({ after })))).toBe(false);
  expect(await grown(() => store.sessions.update(sessionId, withAllPapers, () => refuse('no')))).toBe(false);
  for (const table of [...tables.filter((one) => !empty.includes(one)), 'record_event', 'session']) {
    const column = { record_event: 'election_id', session: 'id' }[table] ?? 'session_id';
    expect([table, await grown(() => file.exec(`UPDATE ${table} SET ${column} = 'elsewhere'`))]).toEqual([table, true]);
    file.prepare(`UPDATE ${table} SET ${column} = ?`).run(sessionId);
  }
  expect(await grown(() => file.exec('DELETE FROM session'))).toBe(true);
});

test('a session that was found altered is in no list any more', async () => {
  const { made, file } = await aVoteOnDisk();
  const listed = async () => {
    const answer = await made.service.app.inject({ url: '/api/sessions', headers: made.chair });
    return answer.json().map(({ id }: { id: string }) => id);
  };
  const { id } = made.vote.state.session;
  expect(await listed()).toEqual([id]);
  file.exec(`UPDATE paper SET channel = CASE channel WHEN 'sheet' THEN 'phone' ELSE 'sheet' END
    WHERE credential = (SELECT min(credential) FROM paper)`);
  expect((await made.get('ballot', made.chair)).body.code).toBe('record-altered');
  expect(await listed()).toEqual([]);
});

test('a session whose revision was taken away is in no list, and is named as locked', async () => {
  const { made, file } = await aVoteOnDisk();
  const { sessions, locks } = made.service.deps.store;
  const { id, committeeId } = made.vote.state.session;
  const filter = { committeeIds: [committeeId] };
  file.exec('DELETE FROM session_revision');
  expect(await sessions.list(filter)).toEqual([]);
  expect(await sessions.locked(filter)).toMatchObject([{ id }]);
  expect(locks.list()).toMatchObject([{ sessionId: id, problem: 'its revision is missing' }]);
});

test('a session whose revision was taken away is not served by itself either', async () => {
  const { made, file } = await aVoteOnDisk();
  file.exec('DELETE FROM session_revision');
  expect((await made.get('ballot', made.holder)).body).toMatchObject({ code: 'record-altered' });
});

test('a session that was taken away is served no more, and is named', async () => {
  const { made, file } = await aVoteOnDisk();
  const { sessions, locks } = made.service.deps.store;
  const { id } = made.vote.state.session;
  expect(await sessions.find(id)).toBeDefined();
  file.pragma('foreign_keys = OFF');
  file.exec('DELETE FROM session');
  await expect(sessions.find(id)).rejects.toThrow('its row is missing');
  expect((await made.get('ballot', made.holder)).status).toBe(404);
  expect(locks.list()).toMatchObject([{ sessionId: id, problem: 'its row is missing' }]);
});

test('a step on a session that was taken away unseen keeps nothing', async () => {
  const { made, file } = await aVoteOnDisk();
  const { sessions } = made.service.deps.store;
  const { id } = made.vote.state.session;
  expect(await sessions.find(id)).toBeDefined();
  file.pragma('foreign_keys = OFF');
  for (const name of file.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all()) {
    file.exec(`DROP TRIGGER ${name}`);
  }
  file.exec('DELETE FROM session');
  const step = sessions.update(id, { papers: [] }, (state) =>
    accept({
      after: { ...state, session: { ...state.session, settings: { ...state.session.settings, title: 'lost' } } },
    }),
  );
  await expect(step).rejects.toThrow('its row is missing');
});
