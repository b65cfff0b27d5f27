import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { aPersonId, aSeatId } from '../support/build/ids.ts';
import { aProvinceHall, type ProvinceHall } from '../support/service/province-hall.ts';
import { signedInAs } from '../support/service/service.ts';

let hall: ProvinceHall;
const folder = mkdtempSync(join(tmpdir(), 'phieu-roster-'));
const store = sqliteStore(folder);
beforeAll(async () => {
  // On a file, so that a worker does it, as in the service.
  hall = await aProvinceHall(store);
});
afterAll(async () => {
  await hall.service.app.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const heading = 'Họ và tên\tChức vụ\tTừ ngày';
const send = async (path: string, payload: string, as: { authorization: string } = hall.office) => {
  const headers = { ...as, 'content-type': 'text/csv' };
  const url = `/api/committees/${hall.commune}/roster${path}`;
  const answer = await hall.service.app.inject({ method: 'POST', url, headers, payload });
  return { status: answer.statusCode, body: answer.json() };
};
const seated = async () => {
  const held = await hall.service.deps.store.committees.heldSeats(hall.commune, '2026-11-15');
  return held.map(({ person }) => person.name);
};

test('a committee’s office brings its own list without a column for the committee; looking keeps nothing', async () => {
  const list = `${heading}\nLê Văn Sáu\tỦy viên Ban Chấp hành\t01/02/2026`;
  const before = await seated();
  expect(await send('/preview', list)).toMatchObject({
    status: 200,
    body: { counts: { added: 1, changed: 0, same: 0 } },
  });
  expect(await seated()).toEqual(before);
  expect(await send('', list)).toMatchObject({ status: 200, body: { seats: 1 } });
  expect(new Set(await seated())).toEqual(new Set([...before, 'Lê Văn Sáu']));
  // The same list again is nobody else.
  expect((await send('/preview', list)).body.counts).toEqual({ added: 0, changed: 0, same: 1 });
});

test('a list that names another committee is refused: an office enters nobody elsewhere', async () => {
  const list =
    'Cấp ủy\tHọ và tên\tChức vụ\nĐảng ủy xã Quới Điền\tLê Văn Chín\tBí thư\nĐảng ủy xã Đại Điền\tLê Văn Mười\tBí thư';
  for (const path of ['/preview', '']) {
    const { status, body } = await send(path, list);
    expect(status).toBe(422);
    expect(body.problems).toMatchObject([{ code: 'another-committee', line: 2 }]);
  }
  const people = await hall.service.deps.store.committees.people();
  expect(people.map(({ name: fullName }) => fullName)).not.toContain('Lê Văn Mười');
});

test('nobody but the office and administrators brings seats', async () => {
  const list = `${heading}\nLê Văn Sáu\tPhó Bí thư\t01/02/2026`;
  const { service, district, commune } = hall;
  for (const grant of [
    { role: 'office', committeeId: district } as const,
    { role: 'chair', committeeId: commune } as const,
    { role: 'secretary', committeeId: commune } as const,
  ]) {
    expect((await send('', list, await signedInAs(service, { grants: [grant] }))).status).toBe(404);
  }
});

test('whoever sits in the committee and is not in its list is named, and stays', async () => {
  const before = await seated();
  const { body } = await send('/preview', `${heading}\nLê Văn Chín\tỦy viên\t01/04/2026`);
  const note = body.warnings.find(({ code }: { code: string }) => code === 'stays-unnamed');
  for (const name of before) expect(note.messages.vi).toContain(name);
  expect(note.messages.en).toContain(`not in this list: ${before.length} (`);
  const whole = await send('/preview', `${heading}\nLê Văn Chín\tỦy viên\t01/04/2026`);
  expect(whole.body.counts).toEqual({ added: 1, changed: 0, same: 0 });
  expect(await seated()).toEqual(before);
});

test('nobody gives themselves a seat by a list', async () => {
  const { service, commune } = hall;
  const own = { id: aPersonId(50), name: 'Phan Thị Tư', code: 'CB-50', birthYear: null };
  await service.deps.store.committees.importRoster(null, () => ({ ok: true, people: [own], seats: [] }));
  const office = await signedInAs(service, { personId: own.id, grants: [{ role: 'office', committeeId: commune }] });
  const list = 'Họ và tên\tChức vụ\tMã cá nhân\nPhan Thị Tư\tBí thư\tCB-50';
  for (const path of ['/preview', '']) {
    expect(await send(path, list, office)).toMatchObject({ body: { code: 'own-seat' } });
  }
  expect(await seated()).not.toContain('Phan Thị Tư');
});

test('what was looked at is what is entered: a roster that changed meanwhile is looked at again', async () => {
  const { committees } = hall.service.deps.store;
  const list = `${heading}\nLê Văn Bảy\tPhó Bí thư\t01/03/2026`;
  expect((await send('', list.replace('Phó Bí thư', 'Ủy viên'))).status).toBe(200);
  const again = list.replace('Phó Bí thư', 'Ủy viên');
  const { diff } = (await send('/preview', again)).body;
  expect(diff).toBe((await send('/preview', again)).body.diff);
  const seat = (await committees.seats(hall.commune)).find(({ from }) => from === '2026-03-01');
  if (seat === undefined) throw new Error('no seat');
  await committees.importRoster(null, () => ({ ok: true, seats: [{ ...seat, order: 77 }] }));
  expect((await send(`?diff=${diff}`, again)).body.code).toBe('preview-outdated');
  const { diff: now } = (await send('/preview', again)).body;
  expect((await send(`?diff=${now}`, list)).body.code).toBe('preview-outdated');
  expect(await committees.seats(hall.commune)).toContainEqual({ ...seat, order: 77 });
  expect((await send(`?diff=${now}`, again)).status).toBe(200);
});

test('of hundreds of bad lines the first are listed, and how many more there are', async () => {
  const lines = Array.from({ length: 203 }, (_, index) => `Lê Văn Tám\tỦy viên\t${index + 1}/13/2026`);
  const { problems } = (await send('/preview', [heading, ...lines].join('\n'))).body;
  expect(problems).toHaveLength(201);
  expect(problems.at(-1)).toEqual({ code: 'and-more', messages: { vi: '… và 3 chỗ nữa.', en: '… and 3 more.' } });
});

test('an office’s list leaves what is known of people who sit elsewhere', async () => {
  const { service, district } = hall;
  const { committees } = service.deps.store;
  const person = { id: aPersonId(60), name: 'Đỗ Thị Hòa', code: 'CB-60', birthYear: 1970 };
  const seat = { id: aSeatId(60), committeeId: district, personId: person.id, position: 'Ủy viên', order: 60 };
  await committees.importRoster(null, () => ({
    ok: true,
    people: [person],
    seats: [{ ...seat, from: null, to: null }],
  }));
  const list = 'Họ và tên\tNăm sinh\tChức vụ\tTừ ngày\tĐến ngày\tMã cá nhân\n';
  const line = `${list}Đỗ Thị Hoà\t1980\tỦy viên\t01/01/1950\t01/01/1950\tCB-60`;
  for (const path of ['/preview', '']) {
    const { status, body } = await send(path, line);
    expect([status, body.warnings.map(({ code }: { code: string }) => code)]).toEqual([
      200,
      expect.arrayContaining(['kept-as-known']),
    ]);
    expect(await committees.findPerson(person.id)).toEqual(person);
  }
  expect((await send('', line, hall.administrator)).status).toBe(200);
  expect(await committees.findPerson(person.id)).toMatchObject({ name: 'Đỗ Thị Hoà', birthYear: 1980 });
  const page = { after: null, limit: 1 };
  const [entry] = await service.deps.store.audit.list(
    { kind: 'committee', committeeId: district, accountIds: [] },
    page,
  );
  expect(entry).toMatchObject({ event: 'importCommitteeRoster', committeeId: district });
});

test('an office’s list still corrects those who sit in its committee alone', async () => {
  const list = 'Họ và tên\tNăm sinh\tChức vụ\tMã cá nhân\tTừ ngày\nTrần Văn Bảo\t1971\tPhó Bí thư\tCB-02\t01/08/2020';
  expect((await send('', list)).status).toBe(200);
  expect(await hall.service.deps.store.committees.findPerson(aPersonId(2))).toMatchObject({ birthYear: 1971 });
});

test('nobody becomes a second person beside themselves by a list or by hand', async () => {
  const { service, commune } = hall;
  const own = { id: aPersonId(51), name: 'Phan Thị Năm', code: 'CB-51', birthYear: 1975 };
  await service.deps.store.committees.importRoster(null, () => ({ ok: true, people: [own], seats: [] }));
  const office = await signedInAs(service, { personId: own.id, grants: [{ role: 'office', committeeId: commune }] });
  for (const path of ['/preview', '']) {
    const refused = await send(path, 'Họ và tên\tChức vụ\nPHAN THỊ NĂM\tBí thư', office);
    expect(refused.body).toMatchObject({ code: 'own-seat', problems: [{ code: 'own-name', line: 2 }] });
  }
  const url = `/api/committees/${commune}/seats`;
  const add = (birthYear: number | null) =>
    service.app.inject({
      ...{ method: 'POST', url, headers: office },
      payload: {
        ...{ who: { name: 'Phan Thị Năm', code: null, birthYear } },
        ...{ position: 'Bí thư', order: null, from: null, to: null },
      },
    });
  expect((await add(null)).json().code).toBe('own-seat');
  expect(await seated()).not.toContain('PHAN THỊ NĂM');
  // Another year of birth is another person.
  expect((await add(1980)).statusCode).toBe(201);
  const namesake = 'Họ và tên\tChức vụ\tNăm sinh\nPhan Thị Năm\tỦy viên\t1960';
  expect((await send('/preview', namesake, office)).status).toBe(200);
});
