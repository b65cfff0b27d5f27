import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountId } from '../../src/domain/account/account.ts';
import type { Committee, CommitteeId } from '../../src/domain/committee/committee.ts';
import { drawUpSession } from '../../src/server/sessions/draw-up-session.ts';
import { tablesXlsx } from '../../src/server/spreadsheets/tables-xlsx.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { rosterText } from '../support/build/imports.ts';
import { aProvince, provinceSheets, twoTier } from '../support/build/province.ts';
import { aStoredSession } from '../support/build/stored-sessions.ts';
import { inject } from '../support/service/counted-vote.ts';
import { patchStore } from '../support/service/patched-store.ts';
import { aService, signedInAs, type TestService } from '../support/service/service.ts';
import { keep, newFolder } from '../support/service/stores.ts';

const province = aProvince({ districts: 2, communes: 4, cells: 8, people: 80 });
let service: TestService;
let administrator: { authorization: string };
let threeTiers: Uint8Array;
let twoTiers: Uint8Array;
let folder = '';

beforeAll(async () => {
  service = await aService();
  threeTiers = await tablesXlsx(provinceSheets(province));
  twoTiers = await tablesXlsx(provinceSheets(twoTier(province)));
});
afterAll(() => service.app.close());
beforeEach(async () => {
  folder = newFolder();
  // A store of its own for each test, below the same service.
  Object.assign(service.deps.store, keep(sqliteStore(folder)));
  administrator = await signedInAs(service, { administrator: true });
});

type Headers = Record<string, string>;
async function ask(
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  headers: Headers = administrator,
  payload?: object | Uint8Array,
) {
  const isFile = payload instanceof Uint8Array;
  const sent = isFile ? { ...headers, 'content-type': 'application/octet-stream' } : headers;
  const body = isFile ? Buffer.from(payload) : payload;
  const answer = await inject(service.app, {
    method,
    url,
    headers: sent,
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: answer.status, body: answer.body };
}

async function bring(file: Uint8Array | string, query: Record<string, string> = {}) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const seen = await ask('POST', `/api/province/preview?${new URLSearchParams(query)}`, administrator, bytes);
  expect(seen.body.code).toBeUndefined();
  const agreed = new URLSearchParams({ ...query, on: seen.body.on, diff: seen.body.diff });
  return (await ask('POST', `/api/province/import?${agreed}`, administrator, bytes)).body.importId as string | null;
}

const takeBack = (id: string | null, by = administrator) => ask('POST', `/api/imports/${id}/taking-back`, by);
const listed = async () => (await ask('GET', '/api/imports')).body;
const exported = async () =>
  Promise.all(
    ['committees', 'seats'].map(
      async (list) =>
        (await service.app.inject({ url: `/api/province/export?format=csv&list=${list}`, headers: administrator }))
          .body,
    ),
  );
const codesOf = (body: { problems?: { code: string }[] }) => body.problems?.map(({ code }) => code);
const store = () => service.deps.store;

describe('taking an import of a province back', () => {
  test('the second import is undone to the byte, then the first; committees find both in their logs', async () => {
    const first = await bring(threeTiers, { on: '2025-01-01' });
    const before = [await rosterText(store()), ...(await exported())];
    const second = await bring(twoTiers, { on: '2025-07-01', missing: 'end' });
    expect([await rosterText(store()), ...(await exported())]).not.toEqual(before);
    expect(await listed()).toMatchObject([
      { id: second, kind: 'province', takenBack: null, obstacles: [] },
      { id: first, kind: 'province', takenBack: null },
    ]);
    const onTop = ['later-import', 'committee-changed', 'seat-changed', 'committee-used'];
    expect((await listed())[1].obstacles.map(({ code }: { code: string }) => code)).toEqual(onTop);
    expect(codesOf((await takeBack(first)).body)).toEqual(onTop);
    const taken = await takeBack(second);
    expect(taken).toMatchObject({ status: 200, body: { id: second, takenBack: { at: '2026-12-01T01:00:00.000Z' } } });
    expect([await rosterText(store()), ...(await exported())]).toEqual(before);
    // Sent twice is done once.
    expect(await takeBack(second)).toEqual(taken);
    expect([await rosterText(store()), ...(await exported())]).toEqual(before);

    const district = (await store().committees.list()).find(({ code }) => code === 'H-01');
    const office = await signedInAs(service, {
      grants: [{ role: 'office', committeeId: district?.id as CommitteeId }],
    });
    const log = await ask('GET', `/api/committees/${district?.id}/audit`, office);
    const events = log.body.rows.map(({ event }: { event: string }) => event);
    expect(events).toEqual(['takeBackImport', 'importProvince']);
    expect(codesOf((await takeBack(first)).body)).toEqual(['role-given']);
  });

  test('everything that a first import added goes, and nothing of it stays in the file', async () => {
    const empty = await rosterText(store());
    const id = await bring(threeTiers);
    expect((await takeBack(id)).status).toBe(200);
    expect(await rosterText(store())).toBe(empty);
    expect(await listed()).toMatchObject([{ id, obstacles: [] }]);
    const name = province.seats[0]?.name ?? '';
    const code = province.seats[0]?.code ?? '';
    await store().close();
    const file = readFileSync(join(folder, 'phieu.sqlite'));
    expect(file.includes(Buffer.from(code))).toBe(false);
    expect(file.includes(Buffer.from(name))).toBe(false);
    Object.assign(store(), sqliteStore(folder));
  });

  test('what stands in the way is named in both languages, and nothing changes', async () => {
    const id = await bring(threeTiers);
    const [commune] = (await store().committees.list()).filter(({ code }) => code === 'X-001');
    if (commune === undefined) throw new Error('no commune');
    await signedInAs(service, { grants: [{ role: 'office', committeeId: commune.id }] });
    const renamed: Committee = { ...commune, name: 'Đảng ủy xã Đổi Tên' };
    await store().committees.change({ around: [] }, () => ({ ok: true, value: renamed }));
    const before = await rosterText(store());
    const { status, body } = await takeBack(id);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'import-built-on',
      problems: [
        {
          code: 'committee-changed',
          about: 'Đảng ủy xã Đổi Tên',
          messages: {
            vi: 'Cấp ủy đã được sửa sau khi nhập: Đảng ủy xã Đổi Tên.',
            en: 'Committees that were changed since: Đảng ủy xã Đổi Tên.',
          },
        },
        { code: 'role-given', about: 'Đảng ủy xã Đổi Tên' },
      ],
    });
    expect((await listed())[0].obstacles).toMatchObject([
      { code: 'committee-changed', count: 1 },
      { code: 'role-given' },
    ]);
    expect(await rosterText(store())).toBe(before);
  });

  test('an import that changes nothing is not listed; only administrators list and take back', async () => {
    const id = await bring(threeTiers);
    expect(await bring(threeTiers)).toBeNull();
    expect(await listed()).toHaveLength(1);
    expect((await takeBack('0b1f0a52-93e5-4f2e-8a3f-3b9f0f3f1c55')).status).toBe(404);
    const chair = await signedInAs(service, { grants: [] });
    expect((await takeBack(id, chair)).status).toBe(403);
    expect((await ask('GET', '/api/imports', chair)).status).toBe(403);
  });

  test('whoever is taken back while an account is being made for them gets none, and it says so', async () => {
    const id = await bring(threeTiers);
    const [person] = await store().committees.people();
    const made = ask('POST', '/api/accounts', administrator, {
      ...{ username: 'người mới', password: 'bốn mùa hoa gạo đỏ bên sông', personId: person?.id },
    });
    const [account, taken] = await Promise.all([made, takeBack(id)]);
    const both = [account.status, taken.status];
    expect([
      [201, 409],
      [409, 200],
      [422, 200],
    ]).toContainEqual(both);
  });

  test('a roster is taken back in the same way', async () => {
    await bring(threeTiers);
    const before = await rosterText(store());
    const [one, other] = province.committees.filter(({ code }) => code.startsWith('X-'));
    const file = new TextEncoder().encode(
      `Cấp ủy;Họ và tên;Chức vụ\n${one?.name};Lê Thị Mới;Ủy viên\n${other?.name};Vi Văn Mới;Ủy viên`,
    );
    const { body } = await ask('POST', '/api/rosters', administrator, file);
    expect(await listed()).toMatchObject([
      { id: body.importId, kind: 'roster', counts: [{ kind: 'person', effect: 'added', count: 2 }, { kind: 'seat' }] },
      { kind: 'province' },
    ]);
    expect((await takeBack(body.importId)).status).toBe(200);
    expect(await rosterText(store())).toBe(before);
  });
});

describe('taking the list of one committee back', () => {
  const csv = (...lines: string[]) =>
    new TextEncoder().encode(['Họ và tên;Chức vụ;Mã cá nhân;Đến ngày', ...lines].join('\n'));
  async function ofCommune() {
    await bring(threeTiers);
    const [commune, other] = (await store().committees.list()).filter(({ code }) => code?.startsWith('X-'));
    if (commune === undefined || other === undefined) throw new Error('no communes');
    const office = await signedInAs(service, { grants: [{ role: 'office', committeeId: commune.id }] });
    const chair = await signedInAs(service, { grants: [{ role: 'chair', committeeId: commune.id }] });
    const stranger = await signedInAs(service, { grants: [{ role: 'office', committeeId: other.id }] });
    const at = (id = commune.id) => `/api/committees/${id}/roster`;
    const undo = (id: string, by: Headers, of = commune.id) => ask('POST', `${at(of)}/imports/${id}/taking-back`, by);
    return { commune, other, office, chair, stranger, at, undo };
  }

  test('by its own office, which sees no import of others; administrators see both', async () => {
    const { commune, other, office, chair, stranger, at, undo } = await ofCommune();
    const before = await rosterText(store());
    const { body: first } = await ask('POST', at(), office, csv('Lê Thị Mới;Ủy viên;M-1'));
    const { body: second } = await ask('POST', at(), office, csv('Lê Thị Mới;Ủy viên Thường vụ;M-1'));
    await ask('POST', at(other.id), stranger, csv('Vi Văn Khác;Ủy viên;M-2'));
    const mine = (await ask('GET', `${at()}/imports`, office)).body;
    expect(mine).toMatchObject([
      { id: second.importId, kind: 'roster', obstacles: [], counts: [{ kind: 'seat', effect: 'changed', count: 1 }] },
      { id: first.importId, obstacles: [{ code: 'later-import' }, { code: 'seat-changed' }] },
    ]);
    expect(mine).toHaveLength(2);
    expect(await listed()).toHaveLength(4);
    expect((await ask('GET', `${at()}/imports`, administrator)).body).toEqual(mine);
    expect((await ask('GET', `${at()}/imports`, chair)).status).toBe(404);
    expect((await ask('GET', `${at()}/imports`, stranger)).status).toBe(404);
    expect((await undo(second.importId, stranger)).status).toBe(404);
    expect((await undo(second.importId, stranger, other.id)).status).toBe(404);
    const [whole] = (await listed()).filter(({ kind }: { kind: string }) => kind === 'province');
    expect((await undo(whole.id, office)).status).toBe(404);
    expect((await undo(second.importId, office)).status).toBe(200);
    expect((await undo(first.importId, office)).status).toBe(200);
    const [of] = (await ask('GET', `${at(other.id)}/imports`, stranger)).body;
    expect((await takeBack(of.id)).status).toBe(200);
    expect(await rosterText(store())).toBe(before);
    const log = await ask('GET', `/api/committees/${commune.id}/audit`, office);
    const events = log.body.rows.map(({ event }: { event: string }) => event);
    expect(events.slice(0, 3)).toEqual([
      ...['takeBackCommitteeRoster', 'takeBackCommitteeRoster', 'importCommitteeRoster'],
    ]);
  });

  test('other offices’ imports leave it to be taken back; nobody regains their own seat', async () => {
    const { other, office, stranger, at, undo } = await ofCommune();
    const { body } = await ask('POST', at(), office, csv('Lê Thị Mới;Ủy viên;M-1'));
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await ask('POST', at(other.id), stranger, csv(`Vi Văn Khác;Ủy viên, nhóm ${n};M-2`));
    }
    expect((await ask('GET', `${at(other.id)}/imports`, stranger)).body.at(-1).obstacles).toMatchObject([
      { code: 'not-kept' },
    ]);
    const [seat] = (await store().committees.people()).filter(({ name: fullName }) => fullName === 'Lê Thị Mới');
    await ask('POST', at(), office, csv('Lê Thị Mới;Ủy viên;M-1;2026-06-30'));
    const [second] = (await ask('GET', `${at()}/imports`, office)).body;
    const own = await signedInAs(service, { administrator: true, personId: seat?.id ?? null });
    expect(await undo(second.id, own)).toMatchObject({ status: 403, body: { code: 'own-seat' } });
    expect((await undo(second.id, office)).status).toBe(200);
    expect((await undo(body.importId, office)).body).toMatchObject({ problems: [{ code: 'account-made' }] });
  });

  test('somebody whose name was corrected since stands in the way under the name of today', async () => {
    const { commune, office, at, undo } = await ofCommune();
    const { body } = await ask('POST', at(), office, csv('Lê Thị Mơi;Ủy viên;M-1'));
    const person = (await store().committees.people()).find(({ name: fullName }) => fullName === 'Lê Thị Mơi');
    const correct = (fullName: string) =>
      ask('PUT', `/api/committees/${commune.id}/people/${person?.id}/name`, office, { name: fullName });
    expect((await correct('Lê Thị Mới')).status).toBe(200);
    expect((await undo(body.importId, office)).body).toMatchObject({
      code: 'import-built-on',
      problems: [{ code: 'person-changed', about: 'Lê Thị Mới' }],
    });
    await correct('Lê Thị Mơi');
    expect((await undo(body.importId, office)).status).toBe(200);
    expect((await correct('Lê Thị Mới')).body.code).toBe('unknown-person');
  });

  test('what other committees built on it is not named to an office', async () => {
    const { other, office, at, undo } = await ofCommune();
    const { body } = await ask('POST', at(), office, csv('Lê Thị Mới;Ủy viên;M-1'));
    const person = (await store().committees.people()).find(({ name: fullName }) => fullName === 'Lê Thị Mới');
    if (person === undefined) throw new Error('nobody was imported');
    const tellers = [{ index: 1, personId: person.id, name: person.name }];
    await store().sessions.create(aStoredSession(1, { committeeId: other.id, tellers }));
    const { title } = aStoredSession(1).settings;
    const taken = await undo(body.importId, office);
    expect(taken.body.problems).toMatchObject([{ code: 'used-elsewhere', about: '' }]);
    expect(JSON.stringify(taken.body)).not.toContain(title);
    expect(JSON.stringify((await ask('GET', `${at()}/imports`, office)).body)).not.toContain(title);
    expect((await takeBack(body.importId)).body.problems).toMatchObject([{ code: 'session-drawn-up', about: title }]);
  });
});

describe('taking delegates and participants back', () => {
  async function anOffice() {
    await bring(threeTiers);
    const [commune, other] = (await store().committees.list()).filter(({ code }) => code?.startsWith('X-'));
    if (commune === undefined || other === undefined) throw new Error('no communes');
    const office = await signedInAs(service, { grants: [{ role: 'chair', committeeId: commune.id }] });
    const stranger = await signedInAs(service, { grants: [{ role: 'office', committeeId: other.id }] });
    return { commune, other, office, stranger };
  }
  const list = (...names: string[]) =>
    new TextEncoder().encode(['Họ và tên;Chức vụ', ...names.map((name) => `${name};Đảng viên`)].join('\n'));

  test('a list of delegates, by its own office only', async () => {
    const { commune, other, office, stranger } = await anOffice();
    const url = `/api/committees/${commune.id}/summoned`;
    const term = encodeURIComponent('2025–2030');
    await ask('PUT', `${url}/delegates?term=${term}`, office, list('Lê Văn Một', 'Lê Văn Hai'));
    const entered = (await ask('GET', url, office)).body;
    await ask('PUT', `${url}/delegates?term=${term}`, office, list('Lê Văn Ba'));
    const [second, first] = (await ask('GET', `${url}/imports`, office)).body;
    expect(second).toMatchObject({ kind: 'delegates', term: '2025–2030', obstacles: [] });
    const undo = (id: string, by: Headers, of = commune.id) =>
      ask('POST', `/api/committees/${of}/summoned/imports/${id}/taking-back`, by);
    expect((await undo(second.id, stranger)).status).toBe(404);
    expect((await undo(second.id, stranger, other.id)).status).toBe(404);
    expect(codesOf((await undo(first.id, office)).body)).toEqual(['later-import', 'delegates-changed']);
    expect((await undo(second.id, office)).status).toBe(200);
    expect((await ask('GET', url, office)).body).toEqual(entered);
    expect((await takeBack(first.id)).status).toBe(404);
    expect((await undo(first.id, office)).status).toBe(200);
    expect((await ask('GET', url, office)).body).toEqual([]);
    const log = await ask('GET', `/api/committees/${commune.id}/audit`, office);
    const events = log.body.rows.map(({ event }: { event: string }) => event);
    expect(events.slice(0, 4)).toEqual(['takeBackDelegates', 'takeBackDelegates', 'enterDelegates', 'enterDelegates']);
  });

  test('a name that was corrected since is named; an earlier list never brings the old name back', async () => {
    const { commune, office } = await anOffice();
    const url = `/api/committees/${commune.id}/summoned`;
    const enter = (...lines: string[]) =>
      ask(
        'PUT',
        `${url}/delegates?term=${encodeURIComponent('2025–2030')}`,
        office,
        new TextEncoder().encode(['Họ và tên;Chức vụ;Mã cá nhân', ...lines].join('\n')),
      );
    const person = (await store().committees.people()).find(({ code }) => code !== null);
    if (person === undefined) throw new Error('nobody has a code');
    const correct = (fullName: string) =>
      ask('PUT', `/api/people/${person.id}/name`, administrator, { name: fullName });
    const undo = (id: string) => ask('POST', `${url}/imports/${id}/taking-back`, office);
    await enter(`${person.name};Đảng viên;${person.code}`);
    await enter('Lê Văn Ba;Đảng viên;');
    const [second, first] = (await ask('GET', `${url}/imports`, office)).body;
    expect((await correct('Nguyễn Thị Đúng Tên')).status).toBe(200);
    expect((await undo(second.id)).body).toMatchObject({
      code: 'import-built-on',
      problems: [{ code: 'listed-person-changed', about: 'Nguyễn Thị Đúng Tên' }],
    });
    expect((await ask('GET', url, office)).body).toMatchObject([{ people: [{ name: 'Lê Văn Ba' }] }]);
    await correct(person.name);
    expect((await undo(second.id)).status).toBe(200);
    // On the list as it stands the correction is a change of the list.
    await correct('Nguyễn Thị Đúng Tên');
    expect((await ask('GET', url, office)).body).toMatchObject([{ people: [{ name: 'Nguyễn Thị Đúng Tên' }] }]);
    expect(codesOf((await undo(first.id)).body)).toEqual(['delegates-changed']);
  });

  test('a session that is being drawn up when its list is taken back summons nobody of it', async () => {
    const { commune, office } = await anOffice();
    const url = `/api/committees/${commune.id}/summoned`;
    await ask('PUT', `${url}/delegates?term=${encodeURIComponent('2025–2030')}`, office, list('Lê Văn Một'));
    const [{ id }] = (await ask('GET', `${url}/imports`, office)).body;
    const { accounts, sessions } = store();
    const find = accounts.find;
    let taken: Promise<{ status: number }> | null = null;
    // Who chairs is looked up on the way from the request to the session.
    accounts.find = async (account) => {
      accounts.find = find;
      taken = ask('POST', `${url}/imports/${id}/taking-back`, office);
      await taken;
      return find(account);
    };
    const made = await drawUpSession(
      service.deps,
      commune.id,
      {
        ...{ formId: 'qd-96-2023', title: 'Lấy phiếu tín nhiệm', place: 'Hội trường', heldOn: '2026-12-05' },
        ...{
          convenedBy: 'Ban Thường vụ',
          plan: null,
          planId: null,
          phonePapers: false,
          placeOfIssue: null,
          summonedTerm: '2025–2030',
        },
      },
      { accountId: accountId.parse(randomUUID()), personId: null, administrator: false, grants: [] },
      () => {},
    );
    expect(await taken).toMatchObject({ status: 200 });
    expect(made).toEqual({ ok: false, refusal: 'no-summoned-list' });
    expect(await sessions.all()).toEqual([]);
  });

  test('a name is corrected even if a list that bears it is taken back meanwhile', async () => {
    const { commune, office } = await anOffice();
    const person = (await store().committees.people()).find(({ code }) => code !== null);
    if (person === undefined) throw new Error('nobody has a code');
    const url = `/api/committees/${commune.id}/summoned`;
    const file = new TextEncoder().encode(`Họ và tên;Chức vụ;Mã cá nhân\n${person.name};Đảng viên;${person.code}`);
    await ask('PUT', `${url}/delegates?term=${encodeURIComponent('2025–2030')}`, office, file);
    const [{ id }] = (await ask('GET', `${url}/imports`, office)).body;
    patchStore(store(), ({ summoned }) => {
      const { naming } = summoned;
      summoned.naming = async (one) => {
        const lists = await naming(one);
        await ask('POST', `${url}/imports/${id}/taking-back`, office);
        return lists;
      };
    });
    const fullName = 'Nguyễn Thị Đúng Tên';
    expect(await ask('PUT', `/api/people/${person.id}/name`, administrator, { name: fullName })).toMatchObject({
      ...{ status: 200, body: { name: fullName } },
    });
    expect((await ask('GET', url, office)).body).toEqual([]);
  });

  test('whoever went with a roster that was taken back is not brought back by a list of delegates', async () => {
    const { commune, office } = await anOffice();
    const roster = new TextEncoder().encode('Họ và tên;Chức vụ;Mã cá nhân\nLê Thị Mới;Ủy viên;M-1');
    const { body } = await ask('POST', `/api/committees/${commune.id}/roster`, administrator, roster);
    const url = `/api/committees/${commune.id}/summoned`;
    const term = encodeURIComponent('2025–2030');
    await ask('PUT', `${url}/delegates?term=${term}`, office, roster);
    expect(codesOf((await takeBack(body.importId)).body)).toEqual(['on-summoned-list']);
    await ask('PUT', `${url}/delegates?term=${term}`, office, list('Lê Văn Ba'));
    expect((await takeBack(body.importId)).status).toBe(200);
    const [second] = (await ask('GET', `${url}/imports`, office)).body;
    const problems = [{ code: 'listed-person-changed', about: 'Lê Thị Mới' }];
    expect(second.obstacles).toMatchObject([{ code: 'listed-person-changed', names: ['Lê Thị Mới'] }]);
    expect(await ask('POST', `${url}/imports/${second.id}/taking-back`, office)).toMatchObject({
      ...{ status: 409, body: { problems } },
    });
  });

  test('people added to a draft’s roll at once; whoever was taken off and added again by hand stays', async () => {
    const { commune, office } = await anOffice();
    const made = await ask('POST', `/api/committees/${commune.id}/sessions`, office, {
      ...{ formId: 'qd-96-2023', title: 'Lấy phiếu tín nhiệm', place: 'Hội trường', heldOn: '2026-12-05' },
      ...{ convenedBy: 'Ban Thường vụ', plan: null, phonePapers: false },
    });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const url = `/api/sessions/${made.body.id}/roll`;
    const rollOf = async () => (await ask('GET', `/api/sessions/${made.body.id}`, office)).body.roll;
    const before = await rollOf();
    const someone = province.seats.find(({ committee }) => committee === 'H-01');
    const person = (await store().committees.people()).find(({ code }) => code === someone?.code);
    const participants = [
      { personId: person?.id ?? null, name: person?.name ?? '', position: 'Đảng viên' },
      { personId: null, name: 'Lê Văn Hai', position: 'Đảng viên' },
    ];
    await ask('POST', `${url}/several`, office, { participants });
    await ask('POST', `${url}/several`, office, { participants: [{ name: 'Lê Văn Ba', position: 'Đảng viên' }] });
    const added = await rollOf();
    expect(added).toHaveLength(before.length + 3);
    const [third, first] = (await ask('GET', `${url}/imports`, office)).body;
    expect([third, first]).toMatchObject([{ left: 1, takenBack: null }, { left: 2 }]);
    const undo = (id: string) => ask('POST', `${url}/imports/${id}/taking-back`, office);
    expect((await undo(third.id)).status).toBe(200);
    expect(await rollOf()).toEqual(added.filter(({ name }: { name: string }) => name !== 'Lê Văn Ba'));
    await service.app.inject({ method: 'DELETE', url: `${url}/${person?.id}`, headers: office });
    await ask('POST', url, office, participants[0]);
    expect((await undo(first.id)).status).toBe(200);
    expect((await undo(first.id)).status).toBe(200);
    const left = new Set([...before.map(({ id }: { id: string }) => id), person?.id]);
    expect(await rollOf()).toEqual(added.filter(({ id }: { id: string }) => left.has(id)));
    expect((await undo('0b1f0a52-93e5-4f2e-8a3f-3b9f0f3f1c55')).status).toBe(404);
    expect((await ask('GET', `${url}/imports`, office)).body).toMatchObject([
      { left: 0, takenBack: {} },
      { left: 0, takenBack: {} },
    ]);
  });
});
