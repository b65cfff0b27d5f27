import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { verifyAuditCommand } from '../../src/cli/verify-audit.ts';
import type { AuditEntryView } from '../../src/contract/audit/audit.ts';
import { auditWords } from '../../src/contract/audit/audit-words.ts';
import { isNoted } from '../../src/contract/operation.ts';
import { operations } from '../../src/contract/operations.ts';
import { auditColumns } from '../../src/print/audit-table.ts';
import { csvRows } from '../../src/print/csv.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { aCommittee } from '../support/build/committees.ts';
import { aPersonId } from '../support/build/ids.ts';
import { someProvisions } from '../support/build/plans.ts';
import { runHere } from '../support/service/commands.ts';
import { aDraft, aHall, anIssued, publicHalves, settings } from '../support/service/hall.ts';
import { administrator, aService, signedIn, signedInAdministrator } from '../support/service/service.ts';
import { folderOf, keep, newFolder } from '../support/service/stores.ts';

const password = 'mật khẩu khác đây';
const all = { after: null, limit: 1000 } as const;
const administration = { kind: 'administration' } as const;
const own = aCommittee(2).id;

async function auditOf(hall: Awaited<ReturnType<typeof aHall>>) {
  const { rows } = (await hall.send('GET', `/api/committees/${own}/audit?limit=200`, hall.chair)).body;
  return rows as AuditEntryView[];
}

test('every operation that changes something is noted, but those that would say when somebody received a paper', () => {
  const silent = operations.filter((declared) => declared.method !== 'GET' && !declared.quiet && !isNoted(declared));
  const coming = ['signIn', 'signOut', 'signOutEverywhere', 'acceptInvitation'];
  const changingNothing = [
    'previewCommitteeRoster',
    'previewDelegates',
    'previewProvince',
    'previewRoster',
    'previewTargets',
    'readInvitation',
    'readParticipants',
  ];
  const receiving = ['handOut', 'handOutAll', 'takeBack'];
  expect(silent.map(({ id }) => id).sort()).toEqual([...coming, ...changingNothing, ...receiving].sort());
});

test('the log calls every deed by a phrase, without what the API adds on how it works', () => {
  for (const { id } of operations.filter((declared) => isNoted(declared) || declared.audit === 'own')) {
    const { vi, en } = auditWords({ event: id, role: null });
    expect([vi, en].filter((words) => words === id || /[;:()]/.test(words))).toEqual([]);
  }
});

test('who did what to which session stands in the log of the committee; a refusal leaves no entry', async () => {
  const hall = await aHall();
  const id = await anIssued(hall);
  const refused = await hall.at(id, 'POST', '/issue', hall.chair);
  expect(refused.status).toBe(409);
  const entries = await auditOf(hall);
  expect(entries.map(({ event }) => event)).toEqual(['issueSession', 'nameTellers', 'createSession']);
  expect(new Set(entries.map(({ sessionId }) => sessionId))).toEqual(new Set([id]));
  expect(new Set(entries.map(({ committeeId }) => committeeId))).toEqual(new Set([own]));
  const [chair] = new Set(entries.map(({ accountId }) => accountId));
  const { store } = hall.service.deps;
  expect((await store.accounts.find(chair as never))?.grants[0]?.role).toBe('chair');
  const [committeeName, person] = [aCommittee(2).name, 'Đồng chí 6'];
  for (const entry of entries)
    expect(entry).toMatchObject({ committeeName, sessionTitle: settings.title, name: person, personId: null });

  // A role, a seat and a plan, and who learns what of them.
  const at = `/api/committees/${own}`;
  const role = { role: 'secretary', committeeId: own };
  const [held] = await store.accounts.findByPeople([aPersonId(1)]);
  expect((await hall.send('PUT', `/api/accounts/${held?.id}/grants`, hall.administrator, role)).status).toBe(200);
  const newcomer = { who: { name: 'Lê Thị Mới' }, position: 'Ủy viên', from: '2026-11-01' };
  expect((await hall.send('POST', `${at}/seats`, hall.office, newcomer)).status).toBe(201);
  const provisions = someProvisions({ number: '=9-KH/HU', title: 'Lấy phiếu giữa kỳ' });
  expect((await hall.send('POST', `${at}/plans`, hall.chair, provisions)).status).toBe(201);
  const planTitle = '=9-KH/HU – Lấy phiếu giữa kỳ';
  const [drafted, seated, given] = await auditOf(hall);
  expect(drafted).toMatchObject({ event: 'createPlan', planTitle, committeeName, sessionTitle: null });
  expect(seated).toMatchObject({ event: 'addSeat', personName: newcomer.who.name, aboutUsername: null });
  expect(given).toMatchObject({ event: 'giveGrant', role: 'secretary', personName: 'Đồng chí 1', committeeName });
  expect(given?.what).toEqual({ vi: 'Giao nhiệm vụ: người quán triệt', en: 'Give a role: briefer' });
  const administrations = (await hall.send('GET', '/api/audit', hall.administrator)).body.rows;
  expect(administrations[0]).toMatchObject({ event: 'createPlan', planTitle: null, committeeName });
  const csv = (await hall.service.app.inject({ url: `${at}/audit.csv`, headers: hall.office })).body;
  expect(csv).toContain(`,"'${planTitle}",`);
  for (const name of [committeeName, planTitle, settings.title, person]) expect(csv).toContain(name);
  await hall.service.app.close();
});

test('the log names neither voters nor papers, and says nothing of handing out and of papers on phones', async () => {
  const hall = await aHall();
  const id = await anIssued(hall);
  const { session } = await hall.state(id);
  const voter = session.roll.find((one) => one.personId !== null);
  const path = `/roll/${voter?.id}`;
  const printRun = await hall.at(id, 'POST', '/print-runs', hall.office, { credentials: publicHalves(id, 4) });
  await hall.at(id, 'POST', `/print-runs/${printRun.body.id}/confirmation`, hall.office, { counted: 4 });
  expect((await hall.at(id, 'PUT', `${path}/sheet`, hall.office)).status).toBeLessThan(300);
  expect((await hall.at(id, 'DELETE', `${path}/sheet`, hall.office)).status).toBeLessThan(300);
  const [credential = ''] = publicHalves(id, 1);
  await hall.change(id, (state) => ({
    ...state,
    session: { ...state.session, settings: { ...state.session.settings, phonePapers: true } },
  }));
  const phone = await hall.at(id, 'PUT', '/my-paper', hall.person(1), { credential });
  expect(phone.status).toBeLessThan(300);
  const entries = await auditOf(hall);
  expect(entries.map(({ event }) => event).slice(0, 2)).toEqual(['confirmPrintRun', 'addPrintRun']);
  const written = JSON.stringify(entries);
  for (const { id: voterId, personId } of session.roll) {
    expect(written).not.toContain(voterId);
    expect(written).not.toContain(String(personId));
  }
  expect(written).not.toContain(credential);
  await hall.service.app.close();
});

test('only chair and office of a committee read its log; administrators read what belongs to no session', async () => {
  const hall = await aHall();
  await aDraft(hall);
  const url = `/api/committees/${own}/audit`;
  const statuses = async (as: Parameters<typeof hall.send>[2]) => (await hall.send('GET', url, as)).status;
  expect(await statuses(hall.office)).toBe(200);
  for (const as of [hall.secretary, hall.administrator, hall.chairOfSibling, hall.chairOfSuperior, hall.person(1)]) {
    expect(await statuses(as)).toBe(404);
  }
  const administration = (await hall.send('GET', '/api/audit', hall.administrator)).body.rows;
  expect(administration).toEqual([]);
  expect((await hall.send('GET', '/api/audit', hall.chair)).body.code).toBe('not-allowed');
  await hall.service.app.close();
});

test('failed sign-ins, the lock, sign-in and sign-out of somebody with a duty are noted; secrets never are', async () => {
  const service = await aService();
  const { app, deps } = service;
  const headers = await signedInAdministrator(service);
  const attempt = (password: string) =>
    app.inject({ method: 'POST', url: '/api/sign-in', payload: { ...administrator, password } });
  for (let time = 0; time < 6; time++) await attempt('một mật khẩu sai');
  await app.inject({ method: 'POST', url: '/api/sign-out', headers });
  const entries = await deps.store.audit.list(administration, all);
  const [failed, locked] = ['signInFailed', 'signInLocked'];
  expect(entries.map(({ event }) => event).reverse()).toEqual([
    ...['setUp', 'signIn', 'signIn', failed, failed, failed, failed, locked, 'signOut'],
  ]);
  const written = JSON.stringify(entries);
  for (const secret of ['một mật khẩu sai', administrator.password, 'argon', headers.authorization.slice(7)]) {
    expect(written).not.toContain(secret);
  }
  expect((await deps.store.audit.check()).brokenAt).toBeNull();
});

test('a guess that is counted spends no note: what is refused leaves its failure only, what is changed one entry', async () => {
  const service = await aService();
  const { app, deps } = service;
  const headers = await signedInAdministrator(service);
  const { password: current } = administrator;
  const wrong = 'một mật khẩu sai';
  const send = async (method: 'PUT' | 'POST' | 'DELETE', of: string, payload: object) => {
    const before = (await deps.store.audit.check()).count;
    const { statusCode } = await app.inject({ method, url: `/api/me/${of}`, headers, payload });
    const entries = await deps.store.audit.list(administration, all);
    return [statusCode, ...entries.slice(0, entries.length - before).map(({ event }) => event)];
  };
  const factor = 'second-factor';
  expect(await send('PUT', 'password', { current: wrong, next: password })).toEqual([403, 'signInFailed']);
  expect(await send('POST', factor, { password: wrong })).toEqual([403, 'signInFailed']);
  // The password is right, what follows is not.
  expect(await send('PUT', 'password', { current, next: 'aaaaaaaaaaaa' })).toEqual([422]);
  expect(await send('DELETE', factor, { password: current, code: '000000' })).toEqual([409]);
  expect(await send('POST', factor, { password: current })).toEqual([201, 'beginSecondFactor']);
  expect(await send('PUT', factor, { code: '000000' })).toEqual([401, 'signInFailed']);
  expect(await send('DELETE', factor, { password: wrong, code: '000000' })).toEqual([403, 'signInFailed']);
  expect(await send('PUT', 'password', { current, next: password })).toEqual([204, 'changePassword']);
  await app.close();
});

test("a member's coming and going is not noted, nor a name that nobody has", async () => {
  const service = await aService();
  const { app, deps } = service;
  const headers = await signedInAdministrator(service);
  const member = { username: 'ủy viên', password: 'mật khẩu khác đây' };
  await app.inject({ method: 'POST', url: '/api/accounts', headers, payload: member });
  const before = (await deps.store.audit.check()).count;
  const wrong = { ...member, password: 'sai rồi' };
  await app.inject({ method: 'POST', url: '/api/sign-in', payload: wrong });
  await app.inject({ method: 'POST', url: '/api/sign-in', payload: { ...wrong, username: 'không ai' } });
  const own = await signedIn(app, member.username, member.password);
  await app.inject({ method: 'POST', url: '/api/sign-out', headers: own });
  expect((await deps.store.audit.check()).count).toBe(before);
});

test('exported cells cannot be formulas', async () => {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  const payload = { username: '=cmd|calc', password: 'mật khẩu khác đây' };
  await service.app.inject({ method: 'POST', url: '/api/accounts', headers, payload });
  const csv = (await service.app.inject({ url: '/api/audit.csv', headers })).body;
  expect(csv).toContain("'=cmd|calc");
  expect(csv).not.toMatch(/(^|,)"?=cmd/m);
});

test('an export and an end of the log that was written down show what is altered or cut off later', async () => {
  const folder = newFolder();
  const service = await aService({ store: keep(sqliteStore(folder)) });
  const headers = await signedInAdministrator(service);
  const verify = (...args: string[]) => runHere(verifyAuditCommand(), [...args, '--lang', 'en']);
  const give = (name: string) =>
    service.app.inject({ method: 'POST', url: '/api/accounts', headers, payload: { username: name, password } });
  const exported = async (name: string) => {
    writeFileSync(join(folder, name), (await service.app.inject({ url: '/api/audit.csv', headers })).rawPayload);
    return join(folder, name);
  };
  await give('một');
  await give('=hai');
  const earlier = await exported('earlier.csv');
  const { number, hash } = (await service.app.inject({ url: '/api/audit', headers })).json().head;
  expect(number).toBe(5);
  await give('ba');
  const later = await exported('later.csv');
  const told = await verify(folder, '--against', earlier, '--head', `${number}:${hash}`);
  expect(told).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(
      'HOLDS: the entries are chained up to entry 6, and what was written down before (7 facts)',
    ),
  });
  expect(await verify(later, '--against', earlier)).toMatchObject({ status: 0 });
  // An export from before the log named plans, people and roles.
  const columns = 'number,at,event,accountId,by,committeeId,sessionId,aboutAccountId,about,previous,hash,vi,en';
  const rows = parse(readFileSync(earlier, 'utf8'), { bom: true, columns: true }) as Record<string, string>[];
  const first = rows.filter(({ role }) => role === '').map((row) => columns.split(',').map((name) => row[name] ?? ''));
  expect(first).toHaveLength(5);
  writeFileSync(join(folder, 'first.csv'), csvRows([columns.split(','), ...first]));
  expect(await verify(folder, '--against', join(folder, 'first.csv'))).toMatchObject({ status: 0 });
  // One from before names were called as the API calls them.
  const now = 'username,name,committeeName,planTitle,sessionTitle,aboutUsername,personName';
  const oneChain = auditColumns.filter((name) => name !== 'chain');
  const ofOneChain = csvRows([oneChain, ...rows.map((row) => oneChain.map((name) => row[name] ?? ''))]);
  writeFileSync(join(folder, 'one-chain.csv'), ofOneChain);
  expect(await verify(folder, '--against', join(folder, 'one-chain.csv'))).toMatchObject({ status: 0 });
  const titled = ofOneChain.replace(now, 'by,byPerson,committee,plan,session,about,aboutPerson');
  expect(titled).toContain('en,by,byPerson,');
  writeFileSync(join(folder, 'titled.csv'), titled);
  expect(await verify(folder, '--against', join(folder, 'titled.csv'))).toMatchObject({ status: 0 });
  expect(await verify(folder, '--head', `${number}:${'0'.repeat(64)}`)).toMatchObject({ status: 1 });
  expect(await verify(folder, '--head', 'gì đó')).toMatchObject({ status: 2 });
  expect(await verify(join(folder, 'token.secret'))).toMatchObject({ status: 2 });

  const lines = readFileSync(later, 'utf8').split('\r\n');
  const write = (text: string) => {
    writeFileSync(join(folder, 'changed.csv'), text);
    return verify(join(folder, 'changed.csv'));
  };
  expect(await write(lines.join('\r\n').replaceAll('createAccount', 'signIn'))).toMatchObject({ status: 1 });
  expect(await write(lines.join('\r\n').replace(',administrator,', ',chair,'))).toMatchObject({ status: 1 });
  expect(await write(lines.filter((_, at) => at !== 3).join('\r\n'))).toMatchObject({ status: 0 });
  expect(await verify(join(folder, 'changed.csv'), '--against', later)).toMatchObject({ status: 2 });

  // Who has the file and the program writes a new chain that holds by itself: only what is elsewhere tells.
  const file = new Sqlite(join(folder, 'phieu.sqlite'));
  const triggers = ['entry_not_changed', 'entry_not_deleted', 'head_grows', 'head_not_deleted'];
  file.exec(triggers.map((name) => `drop trigger audit_${name};`).join(''));
  file.exec('delete from audit_entry where number > 3');
  expect(await verify(folder)).toMatchObject({ status: 1, stdout: expect.stringContaining('from entry 4 on') });
  file.exec('update audit_head set (number, hash) = (select number, hash from audit_entry where number = 3)');
  file.close();
  expect(await verify(folder)).toMatchObject({ status: 0 });
  const cut = 'FAILED: there was an entry 5, and now the log ends with entry 3';
  for (const found of [await verify(folder, '--against', earlier), await verify(folder, '--head', `5:${hash}`)]) {
    expect(found).toMatchObject({ status: 1, stdout: expect.stringContaining(cut) });
  }
});

test("a committee's log is checked by its own end, and by the service's, which stands for it", async () => {
  const hall = await aHall();
  await anIssued(hall);
  const { store } = hall.service.deps;
  await store.audit.digest('2026-12-01T02:00:00.000Z');
  const { head, committeeHead } = (await hall.send('GET', `/api/committees/${own}/audit`, hall.chair)).body;
  expect(committeeHead.number).toBe(3);
  const folder = folderOf(store);
  const file = join(newFolder(), 'own.csv');
  const csv = await hall.service.app.inject({ url: `/api/committees/${own}/audit.csv`, headers: hall.chair });
  writeFileSync(file, csv.rawPayload);
  const verify = (...args: string[]) => runHere(verifyAuditCommand(), [...args, '--lang', 'en']);
  const ends = ['--head', `${own}/3:${committeeHead.hash}`, '--head', `${head.number}:${head.hash}`];
  expect(await verify(folder, ...ends, '--against', file)).toMatchObject({ status: 0 });
  expect(await verify(file, ...ends)).toMatchObject({ status: 0 });
  expect(await verify(file, '--head', `${aCommittee(1).id}/1:${head.hash}`)).toMatchObject({ status: 2 });
  expect(await verify(folder, '--head', `${own}/2:${committeeHead.hash}`)).toMatchObject({ status: 1 });
  expect(await verify(folder, '--head', `${own}/4:${committeeHead.hash}`)).toMatchObject({ status: 1 });
  expect(await verify(folder, '--head', `nowhere/3:${committeeHead.hash}`)).toMatchObject({ status: 2 });
  writeFileSync(file, readFileSync(file, 'utf8').replace('nameTellers', 'signIn'));
  expect(await verify(file)).toMatchObject({ status: 1, stdout: expect.stringContaining(`from entry ${own}/2 on`) });
  await hall.service.app.close();
});

test('a log that was altered is said to be so whenever it is read', async () => {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  Object.assign(service.deps, { auditBrokenAt: { chain: null, number: 7 } });
  expect((await service.app.inject({ url: '/api/audit', headers })).json().brokenAt).toEqual({
    chain: null,
    committeeName: null,
    number: 7,
  });
});
