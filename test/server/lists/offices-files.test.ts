import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTargets } from '../../../src/domain/half-term/read-targets.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aWorksheet } from '../../support/build/lists.ts';
import { aHall, type Hall, type Headers } from '../../support/service/hall.ts';

const fileOf = (name: string) => readFileSync(new URL(`../../data/lists/${name}`, import.meta.url));

let hall: Hall;
const phuTuc = aCommittee(71, { name: 'Đảng ủy xã Phú Túc' });
const giaoLong = aCommittee(72, { name: 'Đảng ủy xã Giao Long' });
beforeAll(async () => {
  hall = await aHall();
  await hall.service.deps.store.committees.importRoster(null, () => ({ ok: true, committees: [phuTuc, giaoLong] }));
});
afterAll(() => hall.service.app.close());

async function send(method: 'POST' | 'PUT', url: string, payload: Uint8Array, as: Headers = hall.administrator) {
  const headers = { ...as, 'content-type': 'application/octet-stream' };
  const answer = await hall.service.app.inject({ method, url, headers, payload: Buffer.from(payload) });
  return { status: answer.statusCode, body: answer.json() };
}

const province = (name: string, missing = 'keep') =>
  send('POST', `/api/province/preview?missing=${missing}`, fileOf(name));
const roster = (name: string, query = '') => send('POST', `/api/rosters/preview${query}`, fileOf(name));
const delegates = (name: string) =>
  send(
    'POST',
    `/api/committees/${aCommittee(2).id}/summoned/delegates/preview?term=2025-2030`,
    fileOf(name),
    hall.office,
  );

/** Seats that an import would add: who, first day. */
const seatsOf = (body: { entries: { name: string; from: string | null }[] }) =>
  body.entries.map(({ name, from }) => `${name} ${from}`);
const codesOf = (notes: { code: string }[]) => notes.map(({ code }) => code);

describe('rosters and provinces', () => {
  test.each([
    ['name-in-two-columns.xlsx', 'Nguyễn Thị Đào null'],
    ['untitled-column.xlsx', 'Nguyễn Thị Đào null'],
    ['hidden-old-list-first.xlsx', 'Nguyễn Văn Thử Một 2023-03-15'],
    ['hidden-first-sheet.xlsx', 'Nguyễn Văn Thử Roster null'],
    ['leading-zero-code.xlsx', 'Nguyễn Văn Thử Một null'],
    ['libreoffice-1904.xlsx', 'Nguyễn Văn Thử Một 2023-03-15'],
    ['1904-plain-number.xlsx', 'Nguyễn Văn Thử Một 2023-03-15'],
    ['strict-iso-dates.xlsx', 'Nguyễn Văn Thử Một 2023-03-15'],
    ['cells-without-r.xlsx', 'Nguyễn Văn Thử Một 2023-03-15'],
    ['empty-row-1048576.xlsx', 'Nguyễn Văn Thử Một 2023-03-15'],
  ])('%s', async (name, seat) => {
    const asRoster = await roster(name);
    expect(seatsOf(asRoster.body)).toEqual([seat]);
    const asProvince = await province(name);
    const added = asProvince.body.entries.filter(({ kind }: { kind: string }) => kind === 'seat');
    expect(added.map((one: { name: string }) => one.name)).toEqual([seat.replace(/ [^ ]+$/, '')]);
    expect(codesOf(asProvince.body.warnings)).toEqual(codesOf(asRoster.body.warnings));
  });

  test.each([
    ['error-cell-in-last-day.xlsx', 'cell-error'],
    ['formula-without-value-in-last-day.xlsx', 'cell-uncomputed'],
  ])('%s names the cell', async (name, code) => {
    const problem = { worksheet: 'S', line: 2, column: 'S: Đến ngày', code };
    expect((await roster(name)).body).toMatchObject({ code: 'roster-has-problems', problems: [problem] });
    expect((await province(name)).body).toMatchObject({ code: 'province-has-problems', problems: [problem] });
  });

  test('a column without a title is named with what it holds', async () => {
    const { body } = await roster('untitled-column.xlsx');
    expect(body.warnings).toMatchObject([{ worksheet: 'S', column: 'F', code: 'untitled-column' }]);
    expect(body.warnings[0].messages.vi).toContain('đã thôi từ 01/2026');
    expect(body.reading.worksheets[0].columns.at(-1)).toEqual({ letter: 'F', title: '', field: null });
  });

  test('a code keeps the nought that its cell shows', async () => {
    const { body } = await province('leading-zero-code.xlsx');
    const person = body.entries.find(({ kind }: { kind: string }) => kind === 'person');
    expect(person.fields).toContainEqual({ field: 'code', before: '', after: '079085012345' });
  });

  test('a hidden list is named, and nothing ends for being on it', async () => {
    const { body } = await province('hidden-old-list-first.xlsx');
    expect(body.warnings).toMatchObject([{ worksheet: 'cũ', line: null, code: 'hidden-worksheet' }]);
    expect((await province('hidden-old-list-first.xlsx', 'end')).body.problems).toMatchObject([
      { worksheet: 'cũ', code: 'worksheet-skipped-with-end' },
    ]);
  });

  test('both worksheets are read, and the seats of both stay where what is missing ends', async () => {
    const file = fileOf('one-sheet-per-committee.xlsx');
    expect((await roster('one-sheet-per-committee.xlsx')).body.entries).toMatchObject([
      { worksheet: 'Phú Túc', committeeName: phuTuc.name, name: 'Nguyễn Văn Một', effect: 'added' },
      { worksheet: 'Giao Long', committeeName: giaoLong.name, name: 'Nguyễn Văn Hai', effect: 'added' },
    ]);
    expect((await send('POST', '/api/rosters', file)).body).toMatchObject({ people: 2, seats: 2 });
    const again = await province('one-sheet-per-committee.xlsx', 'end');
    const ended = again.body.entries.filter(({ effect }: { effect: string }) => effect === 'ended');
    expect(ended.map(({ name }: { name: string }) => name)).not.toContain('Nguyễn Văn Hai');
    expect(again.body.reading.worksheets.map(({ use }: { use: string }) => use)).toEqual(['read', 'read']);
  });

  test('the list of one committee needs no column for it, and names no other', async () => {
    const csv = Buffer.from('TT;Họ và tên;Chức vụ\n1;LÊ THỊ BA;Bí thư\n');
    const query = `?committeeId=${phuTuc.id}&capitals=usual`;
    expect((await send('POST', `/api/rosters/preview${query}`, csv)).body.entries).toMatchObject([
      { committeeName: phuTuc.name, name: 'Lê Thị Ba', effect: 'added' },
    ]);
    const { problems } = (await roster('one-sheet-per-committee.xlsx', `?committeeId=${phuTuc.id}`)).body;
    expect(codesOf(problems)).toEqual(['another-committee', 'several-worksheets', 'another-committee']);
    expect(problems[2]).toMatchObject({ worksheet: 'Giao Long', line: 2 });
    const unknown = '?committeeId=0b1f0a52-93e5-4f2e-8a3f-3b9f0f3f1c55';
    expect((await send('POST', `/api/rosters/preview${unknown}`, csv)).body.code).toBe('unknown-committee');
  });

  test('commas within positions part nothing', async () => {
    const { body } = await roster('semicolons-five-rows.csv');
    expect(body).toMatchObject({ people: 5, seats: 5, counts: { added: 5, changed: 0, same: 0 } });
    expect(body.entries[4]).toMatchObject({
      name: 'Nguyễn Văn ME',
      position: 'Ủy viên Ban Thường vụ, Phó Bí thư Thường trực, Chủ tịch HĐND, Trưởng ban Tổ chức',
    });
  });
});

describe('delegates', () => {
  test.each([
    ['delegates-namesakes.tsv', ['Nguyễn Thị Đào, Đảng viên', 'Nguyễn Thị Đào, Đảng viên', 'Trần Văn Út, Đảng viên']],
    ['delegates-official-heading.tsv', ['Nguyễn Thị Đào, Trưởng ấp']],
    ['delegates-two-columns-pasted.tsv', ['Nguyễn Thị Đào, Trưởng ấp', 'Trần Văn Út, Bí thư']],
  ])('%s', async (name, people) => {
    const { body } = await delegates(name);
    expect(body.delegates.map((one: { name: string; position: string }) => `${one.name}, ${one.position}`)).toEqual(
      people,
    );
  });
});

test('an error among targets is named; a percentage is what its cell shows', async () => {
  const url = `/api/committees/${aCommittee(2).id}/half-term/targets/preview`;
  const seen = await send('POST', url, fileOf('percent-targets.xlsx'), hall.office);
  expect(seen.body.targets).toMatchObject([{ unit: '%', target: 8.5, reached: 9, standing: 'not-met' }]);
  expect(seen.body.problems).toMatchObject([{ worksheet: 'S', line: 3, column: 'Đạt được', code: 'cell-error' }]);
  const broken = aWorksheet([
    ['Chỉ tiêu', 'Mục tiêu', 'Đạt được'],
    ['Thu ngân sách', 100, { kind: 'error', shown: '#DIV/0!' }],
  ]);
  expect(readTargets([broken])).toMatchObject({ ok: false, problems: [{ line: 2, code: 'cell-error' }] });
  const csv = 'Chỉ tiêu;Yêu cầu;Mục tiêu;Đạt được;Ghi chú\nHộ nghèo;Không vượt quá;8,5%;9%;x\n';
  const read = await send('POST', url, Buffer.from(csv), hall.office);
  expect(read.body.targets).toMatchObject([{ unit: '%', target: 8.5, reached: 9, standing: 'not-met' }]);
  expect(codesOf(read.body.warnings)).toEqual(['unused-column']);
});
