import { expect, test } from 'vitest';
import { personId } from '../../src/domain/roster/person.ts';
import { workbookParts, zipOf } from '../support/build/zip.ts';
import { aService, signedInAdministrator, signedInAs, type TestService } from '../support/service/service.ts';

type Headers = { authorization: string };

async function addCommittee({ app }: TestService, headers: Headers, name: string, superiorId: string | null = null) {
  const payload = { name, rank: 'cell', sector: 'địa phương', superiorId };
  return app.inject({ method: 'POST', url: '/api/committees', headers, payload });
}

function importRoster({ app }: TestService, headers: Headers, csv: string) {
  const type = { 'content-type': 'text/csv' };
  return app.inject({ method: 'POST', url: '/api/rosters', headers: { ...headers, ...type }, payload: csv });
}

/** A province with one commune and a cell under it, by ids. */
async function aProvince() {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  const province: string = (await addCommittee(service, headers, 'Tỉnh ủy')).json().id;
  const commune: string = (await addCommittee(service, headers, 'Đảng ủy xã An Bình', province)).json().id;
  const cell: string = (await addCommittee(service, headers, 'Chi bộ 1', commune)).json().id;
  return { service, headers, province, commune, cell };
}

test('a committee, seat or term sent again after a lost answer is there once; its id is nobody else’s', async () => {
  const { service, headers, province, commune } = await aProvince();
  const send = async (path: string, payload: object) => {
    const answer = await service.app.inject({ method: 'POST', url: `/api/committees${path}`, headers, payload });
    return { status: answer.statusCode, body: answer.json() };
  };
  const creations: [path: string, elsewhere: string, body: object, other: object][] = [
    ['', '', { name: 'Chi bộ 2', rank: 'cell', sector: 'địa phương', superiorId: commune }, { name: 'Chi bộ 3' }],
    [
      ...([`/${commune}/seats`, `/${province}/seats`] as const),
      { who: { name: 'Lê Thị Mới', birthYear: 1980 }, position: 'Ủy viên', from: '2026-11-01' },
      { who: { name: 'Lê Thị Mới', birthYear: 1981 } },
    ],
    [
      ...([`/${commune}/terms`, `/${province}/terms`] as const),
      { name: '2025–2030', from: '2025-06-01', to: '2030-05-31' },
      { name: '2025-2030' },
    ],
  ];
  const { audit } = service.deps.store;
  const noted = async () => (await audit.check()).count;
  for (const [path, elsewhere, content, other] of creations) {
    const before = await noted();
    const body = { id: crypto.randomUUID(), ...content };
    const [one, again] = await Promise.all([send(path, body), send(path, body)]);
    expect([one.status, again.status, again.body.id]).toEqual([201, 201, body.id]);
    expect([again.body, (await send(path, body)).body]).toEqual([one.body, one.body]);
    expect(await noted()).toBe(before + 1);
    expect((await send(path, { ...body, ...other })).body).toMatchObject({ code: 'id-in-use', status: 409 });
    if (elsewhere !== '') expect((await send(elsewhere, body)).body.code).toBe('id-in-use');
    expect(await noted()).toBe(before + 1);
  }
  const { committees } = service.deps.store;
  const people = (await committees.people()).filter(({ name: fullName }) => fullName === 'Lê Thị Mới');
  expect([people.length, (await committees.list()).length]).toEqual([1, 4]);
});

test('a committee has one directly superior committee and never stands in a circle', async () => {
  const { service, headers, province, commune, cell } = await aProvince();
  const move = (id: string, from: string | null, to: string | null) =>
    service.app.inject({ method: 'PUT', url: `/api/committees/${id}/superior`, headers, payload: { from, to } });

  expect((await move(province, null, cell)).json().code).toBe('superior-cycle');
  expect((await move(cell, null, province)).json().code).toBe('second-superior');
  expect((await addCommittee(service, headers, 'CHI BỘ 1', commune)).json().code).toBe('committee-name-taken');
  const respelt = (await addCommittee(service, headers, 'Đảng uỷ xã An Bình', province)).json();
  expect(respelt).toMatchObject({
    ...{ code: 'committee-name-taken', problems: [{ about: '“Đảng uỷ xã An Bình” ≠ “Đảng ủy xã An Bình”' }] },
  });
  expect((await move(cell, commune, province)).json()).toMatchObject({ superiorId: province, directedBy: province });
  expect((await service.app.inject({ url: '/api/committees', headers })).json()).toHaveLength(3);
});

test('an administrator adds, renames and ends a rank, and a spreadsheet knows it', async () => {
  const { service, headers } = await aProvince();
  const send = async (method: 'POST' | 'PUT', path: string, payload: object, by = headers) =>
    (await service.app.inject({ method, url: `/api/committee-ranks${path}`, headers: by, payload })).json();
  const label = { vi: 'Đảng bộ đặc khu', en: 'Special zone party committee' };
  expect(await send('POST', '', { label, above: 'commune' })).toEqual({ id: 'dang-bo-dac-khu', label, to: null });
  expect((await send('POST', '', { label, above: null })).code).toBe('rank-name-taken');
  const nobody = await signedInAs(service, {});
  expect((await send('POST', '', { label, above: null }, nobody)).code).toBe('not-allowed');
  const url = '/api/province/preview';
  const preview = async () => {
    const payload = 'Tên cấp ủy;Cấp\nCôn Đảo;đảng bộ đặc khu';
    const type = { 'content-type': 'text/csv' };
    const answer = await service.app.inject({ method: 'POST', url, headers: { ...headers, ...type }, payload });
    return answer.json().problems?.[0].code ?? answer.json().entries[0].name;
  };
  expect(await preview()).toBe('Côn Đảo');
  await send('PUT', '/dang-bo-dac-khu', { label, to: '2026-01-31' });
  expect(await preview()).toBe('rank-ended');
  const payload = { name: 'Phú Quốc', rank: 'dang-bo-dac-khu', sector: 'địa phương', superiorId: null };
  const added = await service.app.inject({ method: 'POST', url: '/api/committees', headers, payload });
  expect(added.json().code).toBe('rank-ended');
});

test('a committee of the armed forces follows another than its superior', async () => {
  const { service, headers, province, commune, cell } = await aProvince();
  const url = `/api/committees/${cell}/director`;
  const direct = (directedById: string | null) =>
    service.app.inject({ method: 'PUT', url, headers, payload: { directedById } });
  expect((await direct(province)).json()).toMatchObject({ superiorId: commune, directedBy: province });
  expect((await direct(cell)).json().code).toBe('directed-by-itself');
  expect((await direct(null)).json()).toMatchObject({ directedBy: commune });
});

test('a roster fills the seats, in order of precedence, and a second import finds the same people', async () => {
  const { service, headers, commune } = await aProvince();
  const csv = [
    'Cấp ủy;Họ và tên;Chức vụ;Thứ tự;Từ ngày;Mã cá nhân',
    'Đảng ủy xã An Bình;Trần Thị Bình;Phó Bí thư;2;01/07/2025;CB-02',
    'Đảng ủy xã An Bình;Nguyễn Văn An;Bí thư;1;01/07/2025;CB-01',
    'Chi bộ 1;Nguyễn Văn An;Bí thư;1;01/07/2025;CB-01',
  ].join('\r\n');
  const decomposed = csv.normalize('NFD');
  expect((await importRoster(service, headers, decomposed)).json()).toMatchObject({
    people: 2,
    seats: 3,
    warnings: [],
  });
  await importRoster(service, headers, csv);

  const seats = await service.app.inject({ url: `/api/committees/${commune}/seats`, headers });
  expect(seats.json()).toMatchObject([
    { name: 'Nguyễn Văn An', position: 'Bí thư', order: 1, from: '2025-07-01', to: null },
    { name: 'Trần Thị Bình', order: 2 },
  ]);
  expect(seats.body).not.toContain('CB-01');
  const before = await service.app.inject({ url: `/api/committees/${commune}/seats?on=2025-06-30`, headers });
  expect(before.json()).toEqual([]);
});

test('one bad line keeps the whole roster out, and every bad line is named in both languages', async () => {
  const { service, headers, commune } = await aProvince();
  const csv = [
    'Cấp ủy,Họ và tên,Chức vụ,Từ ngày',
    'Đảng ủy xã An Bình,Nguyễn Văn An,Bí thư,01/07/2025',
    'Đảng uỷ xã An Binh,Trần Thị Bình,Ủy viên,01/07/2025',
    'Đảng ủy xã An Bình,Lê Văn Cường,Ủy viên,31/02/2025',
  ].join('\n');
  const answer = await importRoster(service, headers, csv);
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({
    code: 'roster-has-problems',
    problems: [
      { line: 3, column: 'Cấp ủy', code: 'unknown-committee' },
      { line: 4, column: 'Từ ngày', code: 'bad-date' },
    ],
  });
  expect(answer.json().problems[0].messages.en).toContain('there already: "Đảng ủy xã An Bình"');
  for (const problem of answer.json().problems) {
    expect(problem.messages.vi).toBeTruthy();
    expect(problem.messages.en).toBeTruthy();
  }
  expect((await service.app.inject({ url: `/api/committees/${commune}/seats`, headers })).json()).toEqual([]);
  expect((await importRoster(service, headers, '')).json().code).toMatch(/^(empty-file|invalid-request)$/);
});

test('people see the committees they sit in or work for and their superior, no sibling and nothing below', async () => {
  const { service, headers, province, commune } = await aProvince();
  await addCommittee(service, headers, 'Đảng ủy xã Khác', province);
  await importRoster(service, headers, 'Cấp ủy,Họ và tên,Chức vụ\nĐảng ủy xã An Bình,Nguyễn Văn An,Bí thư');
  const [seat] = (await service.app.inject({ url: `/api/committees/${commune}/seats`, headers })).json();
  const member = await signedInAs(service, { personId: personId.parse(seat.personId) });

  const listed = (await service.app.inject({ url: '/api/committees', headers: member })).json();
  expect(listed.map((one: { name: string }) => one.name)).toEqual(['Tỉnh ủy', 'Đảng ủy xã An Bình']);
  const read = async (id: string) =>
    (await service.app.inject({ url: `/api/committees/${id}/seats`, headers: member })).statusCode;
  expect(await read(commune)).toBe(200);
  expect(await read(province)).toBe(404);
});

test('an account can be linked to a known person only', async () => {
  const { service, headers } = await aProvince();
  const payload = { username: 'somebody', password: 'mật khẩu khác đây', personId: crypto.randomUUID() };
  const answer = await service.app.inject({ method: 'POST', url: '/api/accounts', headers, payload });
  expect(answer.json().code).toBe('unknown-person');
});

test('a workbook that takes long to read keeps nobody waiting', async () => {
  const { service, headers } = await aProvince();
  const type = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
  const columns = [...'ABCDEFGHIJKLMNOPQRST'];
  const cells = (row: number) => columns.map((column) => `<c r="${column}${row}"><v>${row}</v></c>`).join('');
  const rows = Array.from({ length: 4000 }, (_, index) => `<row r="${index + 1}">${cells(index + 1)}</row>`);
  const payload = Buffer.from(zipOf(workbookParts(rows.join(''))));
  let answered = false;
  const importing = service.app
    .inject({ method: 'POST', url: '/api/rosters', headers: { ...headers, ...type }, payload })
    .then((answer) => {
      answered = true;
      return answer;
    });
  const began = performance.now();
  let longest = 0;
  while (!answered) {
    const asked = performance.now();
    expect((await service.app.inject({ url: '/api/me', headers })).statusCode).toBe(200);
    await new Promise((resume) => setImmediate(resume));
    longest = Math.max(longest, performance.now() - asked);
  }
  const whole = performance.now() - began;
  expect((await importing).json().code).toBe('roster-has-problems');
  expect(longest).toBeLessThan(whole / 4);
});
