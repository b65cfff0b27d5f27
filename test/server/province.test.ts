import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tablesXlsx } from '../../src/server/spreadsheets/tables-xlsx.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { aProvince, provinceSheets, twoTier } from '../support/build/province.ts';
import { workbookParts, zipOf } from '../support/build/zip.ts';
import { inject } from '../support/service/counted-vote.ts';
import { aService, signedInAs, type TestService } from '../support/service/service.ts';
import { keep, newFolder } from '../support/service/stores.ts';

const province = aProvince({ districts: 2, communes: 4, cells: 8, people: 80 });
let service: TestService;
let administrator: { authorization: string };
let threeTiers: Uint8Array;
let twoTiers: Uint8Array;

beforeAll(async () => {
  service = await aService();
  threeTiers = await tablesXlsx(provinceSheets(province));
  twoTiers = await tablesXlsx(provinceSheets(twoTier(province)));
});
afterAll(() => service.app.close());
beforeEach(async () => {
  // A store of its own for each test, below the same service.
  Object.assign(service.deps.store, keep(sqliteStore(newFolder())));
  administrator = await signedInAs(service, { administrator: true });
});

async function send(what: 'preview' | 'import', file: Uint8Array | string, query: Record<string, string> = {}) {
  const url = `/api/province/${what}?${new URLSearchParams(query)}`;
  const headers = { ...administrator, 'content-type': 'application/octet-stream' };
  const answer = await inject(service.app, { method: 'POST', url, headers, payload: Buffer.from(file) });
  return { status: answer.status, body: answer.body };
}

async function bring(file: Uint8Array | string, query: Record<string, string> = {}) {
  const seen = await send('preview', file, query);
  expect(seen.body.code).toBeUndefined();
  return send('import', file, { ...query, on: seen.body.on, diff: seen.body.diff });
}

const exported = async (query = '') =>
  (await service.app.inject({ url: `/api/province/export${query}`, headers: administrator })).rawPayload;
const countsOf = (body: { counts: { kind: string; effect: string; count: number }[] }) =>
  Object.fromEntries(body.counts.map(({ kind, effect, count }) => [`${kind} ${effect}`, count]));
const standing = async () => (await service.deps.store.committees.list()).filter(({ to }) => to === null);

describe('importing a province', () => {
  test('the preview keeps nothing, and what is imported is what it showed', async () => {
    const seen = await send('preview', threeTiers);
    expect(countsOf(seen.body)).toEqual({ 'committee added': 15, 'person added': 80, 'seat added': 350 });
    expect(await service.deps.store.committees.list()).toEqual([]);
    const kept = await bring(threeTiers);
    expect(countsOf(kept.body)).toEqual(countsOf(seen.body));
    expect(await standing()).toHaveLength(15);
    expect(await service.deps.store.committees.people()).toHaveLength(80);
  });

  test('what was exported and is imported again changes nothing, as workbook and as CSV', async () => {
    await bring(threeTiers);
    expect((await send('preview', await exported(), { missing: 'end' })).body.counts).toEqual([]);
    for (const list of ['committees', 'seats']) {
      const csv = await exported(`?format=csv&list=${list}`);
      expect((await send('preview', csv, { missing: 'end' })).body.counts, list).toEqual([]);
    }
  });

  test('what was exported tells namesakes without codes apart by their years of birth', async () => {
    const year = 'Cấp ủy;Họ và tên;Năm sinh;Chức vụ\n';
    await bring(threeTiers);
    await bring(`${year}H-01;Lê Thị Hòa;1970;Ủy viên\nH-01;Lê Thị Hòa;1980;Ủy viên`);
    const csv = (await exported('?format=csv&list=seats')).toString();
    expect(csv).toMatch(/Lê Thị Hòa.*1970[\s\S]*Lê Thị Hòa.*1980/u);
    expect((await send('preview', csv, { missing: 'end' })).body).toMatchObject({ counts: [] });
  });

  test('districts end and communes come directly below the province in one import, with their history', async () => {
    await bring(threeTiers, { on: '2025-01-01' });
    const done = await bring(twoTiers, { on: '2025-07-01', missing: 'end' });
    expect(countsOf(done.body)).toEqual({ 'committee moved': 4, 'committee ended': 2, 'seat ended': 90 });
    const all = await standing();
    const top = all.find(({ code }) => code === 'T-01');
    const communes = all.filter(({ code }) => code?.startsWith('X-'));
    expect(communes.map(({ superiorId }) => superiorId)).toEqual(communes.map(() => top?.id));
    const [commune] = communes;
    const { superiors } = await service.deps.store.committees.history(commune?.id ?? ('' as never));
    expect(superiors).toMatchObject([{ to: '2025-06-30' }]);
  });

  test('whatever changed after the preview stops the import, and nothing is half done', async () => {
    await bring(threeTiers, { on: '2025-01-01' });
    const seen = await send('preview', twoTiers, { on: '2025-07-01', missing: 'end' });
    const [one] = (await standing()).filter(({ code }) => code === 'X-001');
    if (one === undefined) throw new Error('no commune');
    const superiorSince = '2025-02-01';
    await service.deps.store.committees.change({ around: [] }, () => ({ ok: true, value: { ...one, superiorSince } }));
    const before = await service.deps.store.committees.wholeRoster();
    const query = { on: '2025-07-01', missing: 'end', diff: seen.body.diff };
    expect((await send('import', twoTiers, query)).body.code).toBe('preview-outdated');
    expect((await send('import', threeTiers, query)).body.code).toBe('preview-outdated');
    const after = await service.deps.store.committees.wholeRoster();
    expect([after.committees, after.seats]).toEqual([before.committees, before.seats]);
  });

  test('nobody imports a seat of their own, and a committee whose seats change finds it in its log', async () => {
    await bring(threeTiers, { on: '2025-01-01' });
    const before = await service.deps.store.committees.wholeRoster();
    const district = before.committees.find(({ code }) => code === 'H-01');
    const sits = new Set(before.seats.filter((one) => one.committeeId === district?.id).map((one) => one.personId));
    const person = before.people.find(({ id }) => !sits.has(id));
    if (person === undefined || district === undefined) throw new Error('nobody');
    const file = (committee: string, name: string, code: string | null) =>
      `Cấp ủy;Họ và tên;Mã cá nhân;Chức vụ;Từ ngày\n${committee};${name};${code};Ủy viên;01/02/2026`;
    administrator = await signedInAs(service, { administrator: true, personId: person.id });
    expect((await bring(file('H-01', person.name, person.code))).body.code).toBe('own-seat');
    const headers = { ...administrator, 'content-type': 'text/csv' };
    const payload = Buffer.from(file(district.name, person.name, person.code));
    const roster = await inject(service.app, { method: 'POST', url: '/api/rosters', headers, payload });
    expect(roster.body.code).toBe('own-seat');
    expect((await service.deps.store.committees.wholeRoster()).seats).toEqual(before.seats);

    expect((await bring(file('H-01', 'Lê Thị Mới', 'CB-999999'))).status).toBe(200);
    const office = await signedInAs(service, { grants: [{ role: 'office', committeeId: district.id }] });
    const log = async (url: string, by: object) => {
      const { rows } = (await service.app.inject({ url, headers: { ...by } })).json();
      return rows.map(({ event, committeeId }: Record<string, unknown>) => [event, committeeId]);
    };
    const own = ['importProvince', district.id];
    expect(await log(`/api/committees/${district.id}/audit`, office)).toEqual([own]);
    const imported = ['importProvince', null];
    expect(await log('/api/audit', administrator)).toEqual([imported, imported, own]);
  });

  test('only administrators import and export', async () => {
    administrator = await signedInAs(service, {});
    expect((await send('preview', threeTiers)).status).toBe(403);
    expect((await service.app.inject({ url: '/api/province/export', headers: administrator })).statusCode).toBe(403);
  });
});

describe('a file is refused as a whole, with the line and the reason', () => {
  const titles = 'Mã;Tên cấp ủy;Cấp;Cấp ủy cấp trên;Từ ngày;Đến ngày';
  const refusalOf = async (lines: string[], query: Record<string, string> = {}) => {
    const { body } = await send('preview', [titles, ...lines].join('\n'), query);
    return body.problems?.map(({ line, code }: { line: number; code: string }) => `${line} ${code}`) ?? body.code;
  };

  test.each([
    ['a tree that runs in a circle', ['A;Một;Chi bộ;B;;', 'B;Hai;Chi bộ;A;;'], '2 superior-cycle'],
    ['a committee below itself', ['A;Một;Chi bộ;A;;'], '2 superior-cycle'],
    ['two siblings of one name', ['A;Một;Chi bộ;;;', 'B;một;Chi bộ;;;'], '3 committee-name-taken'],
    ['one committee twice', ['A;Một;Chi bộ;;;', 'A;Hai;Chi bộ;;;'], '3 committee-code-taken'],
    ['one code, with a separator and without', ['A-1;Một;Chi bộ;;;', 'A1;Hai;Chi bộ;;;'], '3 committee-code-taken'],
    ['a rank nobody knows', ['A;Một;Phường hội;;;'], '2 unknown-rank'],
    ['a rank that ended before it', ['A;Một;Đảng bộ huyện;;01/07/2025;'], '2 rank-ended'],
    ['a superior nobody knows', ['A;Một;Chi bộ;Z;;'], '2 unknown-committee'],
    ['a superior that has ended', ['A;Một;Chi bộ;;;01/01/2020', 'B;Hai;Chi bộ;A;;'], '3 superior-ended'],
    ['an end still to come', ['A;Một;Chi bộ;;;01/01/2030'], '2 date-in-future'],
    ['an end before the beginning', ['A;Một;Chi bộ;;02/01/2020;01/01/2020'], '2 ends-before-it-begins'],
  ])('%s', async (_, lines, problem) => {
    expect(await refusalOf(lines)).toContain(problem);
    expect(await service.deps.store.committees.list()).toEqual([]);
  });

  test.each(['1899', '2050'])('a year of birth %s', async (year) => {
    await bring([titles, 'A;Một;Chi bộ;;;'].join('\n'));
    const { body } = await send('preview', `Cấp ủy;Họ và tên;Chức vụ;Năm sinh\nA;Lò Văn Pha;Bí thư;${year}`);
    expect(body.problems).toMatchObject([{ line: 2, code: 'bad-birth-year' }]);
  });

  test('a rank nobody knows is told with those there are', async () => {
    const { body } = await send('preview', [titles, 'A;Một;Phường hội;;;'].join('\n'));
    const { vi, en } = body.problems[0].messages;
    expect(vi).toMatch(/^Không có cấp "Phường hội"\. Hãy ghi một trong: .*Chi bộ/);
    expect(en).toMatch(/^There is no rank "Phường hội"\. Write one of: .*[A-Z]/);
    expect(vi).not.toContain('huyện');
  });

  test('codes are the same however they are parted, and steps are not', async () => {
    await bring([titles, 'BT-01;Đảng bộ xã;Chi bộ;;;'].join('\n'));
    const again = [titles, 'BT.01;Đảng bộ xã;Chi bộ;;;', 'BT.1.11;Một;Chi bộ;bt 01;;', 'BT.11.1;Hai;Chi bộ;BT01;;'];
    const { body } = await send('preview', again.join('\n'));
    expect(body.problems).toBeUndefined();
    expect(countsOf(body)).toMatchObject({ 'committee added': 2 });
  });

  test('names that look alike are both shown, as they are written', async () => {
    const said = async (file: string) => (await send('preview', file)).body.problems.map(messagesOf);
    const messagesOf = ({ messages }: { messages: { vi: string } }) => messages.vi;
    const twins = [titles, 'A;Đảng uỷ xã;Chi bộ;;;', 'B;Đảng ủy xã;Chi bộ;;;'].join('\n');
    expect(await said(twins)).toEqual([expect.stringContaining('Ở đây viết "Đảng ủy xã"; đã có "Đảng uỷ xã".')]);
    await bring([titles, 'A;Đảng ủy xã Thủy;Chi bộ;;;'].join('\n'));
    await bring('Cấp ủy;Họ và tên;Mã cá nhân;Chức vụ\nA;Lò Thị Thủy;T-1;Ủy viên');
    const seats = 'Cấp ủy;Họ và tên;Mã cá nhân;Chức vụ\nĐảng ủy xã Thúy;Lò A;;Ủy viên\nA;Lò Thị Thúy;T-1;Ủy viên';
    expect(await said(seats)).toEqual([
      expect.stringContaining('đã có "Đảng ủy xã Thủy"'),
      expect.stringContaining('Ở đây viết "Lò Thị Thúy"; đã có "Lò Thị Thủy".'),
    ]);
    const namesake = 'Cấp ủy;Họ và tên;Chức vụ\nA;Lò Thị Thuỷ;Phó bí thư';
    expect((await send('preview', namesake)).body.warnings.map(messagesOf)).toEqual([
      expect.stringContaining('Ở đây viết "Lò Thị Thuỷ"; đã có "Lò Thị Thủy".'),
    ]);
  });

  test('seats in a committee that has ended', async () => {
    await bring([titles, 'A;Một;Chi bộ;;;', 'B;Hai;Chi bộ;;;'].join('\n'));
    await bring([titles, 'A;Một;Chi bộ;;;31/12/2025'].join('\n'));
    const seats = ['Cấp ủy;Họ và tên;Chức vụ', 'B;Lê Văn Nam;Bí thư', 'A;Lê Thị Mai;Bí thư'].join('\n');
    const { body } = await send('preview', seats);
    expect(body).toMatchObject({ code: 'province-has-problems', problems: [{ line: 3, code: 'committee-ended' }] });
    expect(await service.deps.store.committees.people()).toEqual([]);
  });

  test('a day still to come is only looked at; a list without its columns, no spreadsheet at all', async () => {
    const later = { on: '2030-01-01', missing: 'keep' };
    const seen = await send('preview', threeTiers, later);
    expect(countsOf(seen.body)).toMatchObject({ 'committee added': 15 });
    expect((await send('import', threeTiers, { ...later, diff: seen.body.diff })).body.code).toBe('date-in-future');
    expect((await send('preview', 'Một;Hai\n1;2')).body.problems).toMatchObject([{ code: 'no-sheet' }]);
    expect((await send('preview', '')).body.code).toMatch(/^(empty-file|invalid-request)$/);
  });

  test('three hundred thousand rows, as CSV and as workbook, and a bomb', async () => {
    expect((await send('preview', `${titles}\n${'A;Một;Chi bộ;;;\n'.repeat(300_000)}`)).body.code).toBe(
      'too-many-rows',
    );
    const rows = '<row><c t="inlineStr"><is><t>A</t></is></c></row>'.repeat(300_000);
    expect((await send('preview', zipOf(workbookParts(rows)))).body.code).toBe('too-many-rows');
    const bomb = zipOf([...workbookParts('<row/>'), { name: 'xl/media/image1.xml', content: ' '.repeat(160_000_000) }]);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await send('preview', bomb)).body.code).toBe('too-large');
    const liar = zipOf([
      ...workbookParts('<row/>'),
      { name: 'xl/a.xml', content: ' '.repeat(9_000_000), declared: 10 },
    ]);
    expect((await send('preview', liar)).body.code).toBe('not-a-spreadsheet');
    expect(await service.deps.store.committees.list()).toEqual([]);
  });
});

test('a formula in a name or a position leaves the service as text, and comes back as what it was', async () => {
  await bring(threeTiers);
  const { committees } = service.deps.store;
  const [one] = await standing();
  if (one === undefined) throw new Error('no committee');
  const name = "=cmd|' /C calc'!A0";
  await committees.change({ around: [] }, () => ({ ok: true, value: { ...one, name } }));
  const csv = (await exported('?format=csv')).toString('utf8');
  expect(csv).toContain(`"'${name}"`);
  expect(csv).not.toMatch(/(^|,)"?[=+@]/m);
  expect((await send('preview', csv)).body.counts).toEqual([]);
  const workbook = await exported();
  expect((await send('preview', workbook)).body.counts).toEqual([]);
});
