import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, test } from 'vitest';
import { ballotForm } from '../../../src/domain/ballot-form.ts';
import { nameOrderKey } from '../../../src/domain/roster/name-order-key.ts';
import { refuse } from '../../../src/domain/ruling.ts';
import { publishedResult } from '../../../src/domain/session/published-result.ts';
import { hashDocuments, recordDocuments } from '../../../src/domain/session/record-documents.ts';
import type { Session } from '../../../src/domain/session/session.ts';
import { codeKey } from '../../../src/domain/text/code-key.ts';
import { searchKey, searchWords } from '../../../src/domain/text/search-key.ts';
import { textKey } from '../../../src/domain/text/text-key.ts';
import { sessionPeople } from '../../../src/server/store/session-people.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../../support/build/ids.ts';
import { aCredential, aPublishedSession, aSessionId, aStoredSession } from '../../support/build/stored-sessions.ts';
import { keep, newFolder } from '../../support/service/stores.ts';

const migrations = fileURLToPath(new URL('../../../migrations/sqlite/', import.meta.url));
/** Databases as earlier versions left them, with a little of everything in them. */
const samples = fileURLToPath(new URL('../../data/databases/', import.meta.url));

/** A database as an earlier version left it: with its first migrations only. */
function olderDatabase(folder: string, steps: number) {
  const earlier = join(newFolder(), 'migrations');
  cpSync(migrations, earlier, { recursive: true });
  const journal = join(earlier, 'meta', '_journal.json');
  const all = JSON.parse(readFileSync(journal, 'utf8'));
  writeFileSync(journal, JSON.stringify({ ...all, entries: all.entries.slice(0, steps) }));
  const client = new Sqlite(join(folder, 'phieu.sqlite'));
  client.function('search_key', { deterministic: true }, (name) => searchKey(String(name)));
  client.function('name_order_key', { deterministic: true }, (name) => nameOrderKey(String(name)));
  client.function('text_key', { deterministic: true }, (text) => textKey(String(text)));
  client.function('code_key', { deterministic: true }, (code) => codeKey(String(code)));
  // Of documents, of which there are none here.
  client.function('bytes_digest', { deterministic: true, varargs: true }, () => '');
  client.function('document_digest', { deterministic: true, varargs: true }, () => '');
  migrate(drizzle({ client }), { migrationsFolder: earlier });
  return client;
}

/** What fields were called before migration 0027. */
const olderNames = new Map([
  ['printRuns', 'batches'],
  ['committeeRank', 'committeeLevel'],
]);

/** A session of an earlier format, beside its committee, and as this version reads it. */
async function readAgain(steps: number, format: number, session: Session, later: readonly (keyof Session)[]) {
  const folder = newFolder();
  const client = olderDatabase(folder, steps);
  const kept = Object.entries(session).filter(([key]) => !later.some((one) => one === key));
  const body = Object.fromEntries(kept.map(([key, value]) => [olderNames.get(key) ?? key, value]));
  const { id, committeeId, superiorId, planId, state, readKey, openedAt, settings } = session;
  const columns = {
    ...{ id, committee_id: committeeId, superior_id: superiorId, state, held_on: settings.heldOn },
    ...{ opened: openedAt === null ? 0 : 1, read_key: readKey, format, body: JSON.stringify(body) },
    ...(later.includes('planId') ? {} : { plan_id: planId }),
  };
  const insert = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    const values = names.map(() => '?').join(', ');
    client.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values})`).run(...Object.values(row));
  };
  insert('committee', { id: committeeId, name: 'Đảng bộ xã 2', level: 'commune', sector: 'territory' });
  insert('session', columns);
  for (const one of sessionPeople(session))
    insert('session_person', { session_id: id, person_id: one.personId, role: one.role });
  client.close();
  const { sessions } = keep(sqliteStore(folder));
  return { session: await sessions.find(id), published: await sessions.published({ committeeIds: [committeeId] }) };
}

test('a session kept before voting without TLS was a decision is read as one in which nobody allowed it', async () => {
  const session = aStoredSession(1);
  const read = await readAgain(3, 1, session, ['plainVoting', 'planId', 'nonVoters', 'committeeRank']);
  expect(read.session).toEqual(session);
});

test('a session kept before there were plans is read as one without a plan', async () => {
  const session = aStoredSession(1);
  expect((await readAgain(6, 2, session, ['planId', 'nonVoters', 'committeeRank'])).session).toEqual(session);
});

test('a session kept before some were summoned without a vote is read as one to which nobody was', async () => {
  const session = aStoredSession(1);
  expect((await readAgain(13, 3, session, ['nonVoters', 'committeeRank'])).session).toEqual(session);
});

test('a session kept before the level was has its committee’s, and is found among the published results', async () => {
  const session = aPublishedSession(1);
  const read = await readAgain(15, 4, session, ['committeeRank']);
  expect(read).toEqual({ session, published: [publishedResult(session)] });
});

test('a session opened under an earlier text of its form keeps that text, byte for byte as the election names it', async () => {
  const text = readFileSync(new URL('../../data/forms/qd-96-2023-without-exclusions.json', import.meta.url), 'utf8');
  const form = ballotForm.parse(JSON.parse(text));
  const session = aPublishedSession(1, { form });
  const { session: read } = await readAgain(15, 4, session, ['committeeRank']);
  expect(read?.form).toEqual(form);
  expect(read?.form.exclusionReasons).toEqual([]);
  // As an election's description of that time carries it.
  const named = '67a5a0d25fa2a299667c1779a2095bd5a037e48fbe0c9fa9bad41a735c1221b9';
  expect(read && hashDocuments(recordDocuments(read)).form).toBe(named);
});

test('a database from before there was one key of names is found by it, and nothing else changes', async () => {
  const folder = newFolder();
  const client = new Sqlite(join(folder, 'phieu.sqlite'));
  client.exec(readFileSync(join(samples, 'before-one-key-of-names.sql'), 'utf8'));
  client.close();
  const { committees, sessions, summoned } = keep(sqliteStore(folder));
  const people = async (search: string) =>
    (await committees.searchPeople({ words: searchWords(search), limit: 9 })).map(({ name }) => name);
  expect(await people('hhen')).toEqual(['H’Hen Niê']);
  expect(await people('h hen')).toEqual(['H’Hen Niê']);
  expect(await people('hen nie')).toEqual(['H’Hen Niê']);
  expect(await people('dang van')).toEqual(['Ðặng Văn Út']);
  expect(await committees.people()).toContainEqual({
    ...{ id: aPersonId(3), name: "K'Brêu", code: 'cb-03', birthYear: null },
  });
  const found = await committees.search({ words: searchWords('ea hleo eh 1'), limit: 9 });
  expect(found.map(({ name }) => name)).toEqual(["Đảng bộ xã Ea H'Leo"]);
  const asked = { committeeId: aCommitteeId(2), seatId: aSeatId(9), code: 'CB.03' };
  await committees.changeSeats(asked, (known) => {
    expect(known.people.map(({ id }) => id)).toEqual([aPersonId(3)]);
    return refuse('no');
  });

  const published = await sessions.find(aSessionId(1));
  if (published === undefined) throw new Error('the published session is gone');
  expect(await sessions.published({ committeeIds: [aCommitteeId(2)] })).toEqual([publishedResult(published)]);
  expect(published.subjects.map(({ name }) => name)).toEqual(['Lò Thị Hòa', 'H’Hen Niê', "K'Brêu"]);
  expect((await sessions.find(aSessionId(2)))?.roll.at(-1)?.name).toBe('Nguyễn Thị Đào');
  expect((await summoned.find(aCommitteeId(2), '2025–2030'))?.people.map(({ name }) => name)).toEqual([
    ...['Lò Thị Hòa', 'Trần Văn Út'],
  ]);
});

test('committees and people kept before there was a search are found by it', async () => {
  const folder = newFolder();
  const client = olderDatabase(folder, 5);
  const committee = 'INSERT INTO committee (id, name, level, sector) VALUES (?, ?, ?, ?)';
  for (const [number, name] of ['Chi bộ 10', 'Đảng ủy xã Đại Điền', 'Chi bộ 2'].entries())
    client.prepare(committee).run(aCommitteeId(number), name, 'cell', 'Địa phương');
  for (const [number, name] of ['Nguyễn Thị Đào', 'Trần Văn Dũng', 'Lê Thị Ân', 'Lò Văn An'].entries())
    client.prepare('INSERT INTO person (id, full_name) VALUES (?, ?)').run(aPersonId(number + 1), name);
  client.close();
  const { committees } = keep(sqliteStore(folder));
  const names = async (search: string) =>
    (await committees.search({ words: searchWords(search), limit: 9 })).map(({ name }) => name);
  expect(await names('dai dien')).toEqual(['Đảng ủy xã Đại Điền']);
  expect(await names('chi bo')).toEqual(['Chi bộ 2', 'Chi bộ 10']);
  expect(await committees.searchPeople({ words: searchWords('nguyen thi dao'), limit: 9 })).toHaveLength(1);
  expect((await committees.searchPeople({ words: [], limit: 9 })).map(({ name }) => name)).toEqual([
    ...['Lò Văn An', 'Lê Thị Ân', 'Trần Văn Dũng', 'Nguyễn Thị Đào'],
  ]);
});

test('a session that was closed before channels were forgotten has them forgotten, in every byte of the file', async () => {
  const folder = newFolder();
  const client = olderDatabase(folder, 22);
  const [shut, open] = [aStoredSession(1, { state: 'closed' }), aStoredSession(2, { state: 'open' })];
  const rows = [shut, open].flatMap((session, turn) => [
    { id: session.id, credential: aCredential(turn * 3), channel: 'phone', voted: 'phone', key: 'key-hash' },
    { id: session.id, credential: aCredential(turn * 3 + 1), channel: 'sheet', voted: 'sheet', key: null },
    { id: session.id, credential: aCredential(turn * 3 + 2), channel: 'sheet', voted: null, key: null },
  ]);
  const names = 'id, committee_id, superior_id, plan_id, state, held_on, opened, read_key, format, body';
  for (const session of [shut, open]) {
    const { id, committeeId, superiorId, planId, state, settings, openedAt, readKey } = session;
    const found = [id, committeeId, superiorId, planId, state, settings.heldOn, openedAt === null ? 0 : 1, readKey];
    const values = [...found, 5, JSON.stringify(session)];
    client.prepare(`INSERT INTO session (${names}) VALUES (${values.map(() => '?').join()})`).run(...values);
    for (const one of sessionPeople(session))
      client.prepare('INSERT INTO session_person VALUES (?, ?, ?)').run(id, one.personId, one.role);
  }
  for (const { id, credential, channel, voted, key } of rows) {
    client
      .prepare("INSERT INTO paper VALUES (?, ?, ?, 'batch', 'live', ?, ?)")
      .run(id, credential, channel, voted, key);
  }
  client.close();
  const { sessions } = keep(sqliteStore(folder));
  const papersOf = async (id: typeof shut.id) => [...((await sessions.findWithPapers(id))?.papers.values() ?? [])];
  expect(
    (await papersOf(shut.id)).map(({ channel, printRunId, votedBy, recastKeyHash }) => [
      channel,
      printRunId,
      votedBy,
      recastKeyHash,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['forgotten', null, 'forgotten', null],
      ['forgotten', null, 'forgotten', null],
      ['forgotten', null, null, null],
    ]),
  );
  expect((await papersOf(open.id)).map(({ channel }) => channel).sort()).toEqual(['phone', 'sheet', 'sheet']);
  const bytes = ['phieu.sqlite', 'phieu.sqlite-wal']
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join();
  const told = (number: number) =>
    ['phone', 'sheet'].some((channel) => bytes.includes(`${aCredential(number)}${channel}`));
  expect([0, 1, 2, 3, 4, 5].map(told)).toEqual([false, false, false, true, true, true]);
});

test('of two accounts of one person the older stays, with all roles; the other ends and does not stop the start', async () => {
  const folder = newFolder();
  const client = olderDatabase(folder, 24);
  const account = client.prepare(
    'INSERT INTO account (id, username, username_key, password_hash, person_id, administrator) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const grant = client.prepare('INSERT INTO account_grant (account_id, role, committee_id) VALUES (?, ?, ?)');
  const [older, later, other] = [9, 1, 2].map((number) => `0000000a-0000-4000-8000-00000000000${number}`);
  account.run(older, 'cũ', 'cũ', 'hash', aPersonId(1), 0);
  account.run(later, 'mới', 'mới', 'hash', aPersonId(1), 1);
  account.run(other, 'khác', 'khác', 'hash', aPersonId(2), 0);
  grant.run(older, 'office', aCommitteeId(1));
  grant.run(later, 'office', aCommitteeId(1));
  grant.run(later, 'chair', aCommitteeId(2));
  client
    .prepare('INSERT INTO sign_in (id, account_id, expires_at, begun_on, last_used_on) VALUES (?, ?, ?, ?, ?)')
    .run('0000000b-0000-4000-8000-000000000001', later, '2026-12-01T10:00:00.000Z', '2026-12-01', '2026-12-01');
  client.close();
  const { accounts } = keep(sqliteStore(folder));
  const found = new Map((await accounts.list()).map((one) => [one.id as string, one]));
  expect(found.get(String(older))).toMatchObject({ personId: aPersonId(1), administrator: true });
  expect(
    found
      .get(String(older))
      ?.grants.map(({ role }) => role)
      .sort(),
  ).toEqual(['chair', 'office']);
  expect(found.get(String(later))).toMatchObject({ personId: null, administrator: false, grants: [], secondOf: older });
  expect(found.get(String(other))?.secondOf).toBeUndefined();
  const [second] = [...found.values()].filter(({ secondOf }) => secondOf !== undefined);
  expect(await accounts.signInsOf(second?.id as never, new Date('2026-12-01T09:00:00Z'))).toEqual([]);
});
