import { describe, expect, test } from 'vitest';
import type { Committee } from '../../../src/domain/committee/committee.ts';
import { compareImport } from '../../../src/domain/roster/import-diff.ts';
import type { ImportOptions } from '../../../src/domain/roster/province-committees.ts';
import { readProvinceFile } from '../../../src/domain/roster/province-file.ts';
import type { Seat } from '../../../src/domain/roster/seat.ts';
import { aCommittee, someRanks } from '../../support/build/committees.ts';
import { aPersonId, aSeatId } from '../../support/build/ids.ts';
import { aWorksheet, typed } from '../../support/build/lists.ts';

const province = aCommittee(1, { name: 'Tỉnh ủy', rank: 'province', code: 'T-01' });
const tanHoa = aCommittee(2, {
  name: 'Đảng bộ xã Tân Hòa',
  superiorId: province.id,
  code: 'XA-02',
  from: '2020-01-01',
});
const longMy = aCommittee(3, { name: 'Đảng bộ xã Long Mỹ', superiorId: province.id });
const ended = aCommittee(4, { name: 'Huyện ủy Giồng Trôm', superiorId: province.id, to: '2025-06-30' });
const committees = [province, tanHoa, longMy, ended];
const people = [{ id: aPersonId(1), name: 'Nguyễn Thị Hoa', code: null, birthYear: null }];
const held: Seat = {
  ...{ id: aSeatId(1), committeeId: tanHoa.id, personId: aPersonId(1), position: 'Bí thư', order: 1 },
  ...{ from: null, to: null },
};
const ranks = [...someRanks, { id: 'district', label: { vi: 'Huyện', en: 'District' }, to: '2025-06-30' }];
const options: ImportOptions = { on: '2026-07-01', missing: 'keep', today: '2026-12-01', ranks };
type Known = Parameters<typeof compareImport>[1];

function read(
  lists: readonly string[],
  missing: ImportOptions['missing'] = 'keep',
  known: readonly Committee[] = committees,
) {
  const worksheets = lists.map((text, index) => aWorksheet(typed(text), { name: `Danh sách ${index + 1}` }));
  return readProvinceFile(worksheets, { ranks, capitals: 'usual', missing, committees: known });
}

/** What an import of these lists would do, or what is wrong with them. */
function compare(lists: readonly string[], change: Partial<ImportOptions> = {}, known: Partial<Known> = {}) {
  const all = { ...options, ...change };
  const there = { committees, people, seats: [held], ...known };
  return compareImport(read(lists, all.missing, there.committees), there, all);
}

function codesOf(lists: readonly string[], change: Partial<ImportOptions> = {}, known: Partial<Known> = {}) {
  const compared = compare(lists, change, known);
  return compared.ok ? [] : [...new Set(compared.problems.map(({ code }) => code))];
}

const tree = (...lines: string[]) =>
  ['Cấp ủy | Cấp | Mã | Cấp ủy cấp trên | Cấp ủy ngành cấp trên | Từ ngày | Đến ngày | Sáp nhập vào', ...lines].join(
    '\n',
  );
const seats = (...lines: string[]) => ['Cấp ủy | Họ và tên | Chức vụ | Từ ngày | Đến ngày', ...lines].join('\n');

describe('a line of a list of committees', () => {
  test('is the committee of its code, whatever it is called', () => {
    const compared = compare([tree('Đảng ủy xã Tân Hòa | Xã | XA-02 | T-01 | | | |')]);
    expect(compared).toMatchObject({
      ok: true,
      diff: { entries: [{ effect: 'changed', fields: [{ field: 'committee', after: 'Đảng ủy xã Tân Hòa' }] }] },
    });
  });

  test('is otherwise the committee of its name below the same superior, unless both have codes', () => {
    expect(compare([tree('Đảng bộ xã Long Mỹ | Xã | | T-01 | | | |')])).toMatchObject({ diff: { entries: [] } });
    expect(compare([tree('Đảng bộ xã Tân Hòa | Xã | | T-01 | | | |')])).toMatchObject({ diff: { entries: [] } });
    const coded = compare([tree('Đảng bộ xã Long Mỹ | Xã | XA-03 | T-01 | | | |')]);
    expect(coded).toMatchObject({
      diff: { entries: [{ effect: 'changed', fields: [{ field: 'code', after: 'XA-03' }] }] },
    });
    expect(codesOf([tree('Đảng bộ xã Tân Hòa | Xã | XA-09 | T-01 | | | |')])).toEqual(['committee-name-taken']);
  });

  test('may name another that stands below it in the file, and a successor', () => {
    const compared = compare([
      tree('Chi bộ 1 | Xã | | Đảng bộ xã Mỹ Thạnh | | | |', 'Đảng bộ xã Mỹ Thạnh | Xã | | T-01 | | | |'),
    ]);
    expect(compared).toMatchObject({ diff: { counts: [{ kind: 'committee', effect: 'added', count: 2 }] } });
    const merged = compare([tree('Đảng bộ xã Long Mỹ | Xã | | T-01 | | | 30/06/2026 | XA-02')]);
    expect(merged).toMatchObject({ diff: { changes: { committees: [{ id: longMy.id, successorId: tanHoa.id }] } } });
  });

  test.each<[string, string[], string]>([
    ['the same committee twice', ['Đảng ủy A | Xã | XA-02 | T-01', 'Đảng ủy B | Xã | XA-02 | T-01'], 'same-committee'],
    ['a superior nobody knows', ['Chi bộ 1 | Xã | | Đảng bộ xã Hưng Lễ'], 'unknown-committee'],
    ['a superior that has ended', ['Chi bộ 1 | Xã | | Huyện ủy Giồng Trôm'], 'superior-ended'],
    ['a director that has ended', ['Chi bộ 1 | Xã | | T-01 | Huyện ủy Giồng Trôm'], 'director-ended'],
    ['itself as director', ['Chi bộ 1 | Xã | CB-1 | T-01 | CB-1'], 'superior-cycle'],
    ['a circle of superiors', ['A | Xã | A-1 | B-1', 'B | Xã | B-1 | A-1'], 'superior-cycle'],
    ['a rank nobody knows', ['Chi bộ 1 | Ấp | | T-01'], 'unknown-rank'],
    ['a rank that has ended', ['Huyện ủy Ba Tri | Huyện | | T-01'], 'rank-ended'],
    ['an end that is still to come', ['Đảng bộ xã Long Mỹ | Xã | | T-01 | | | 01/01/2027'], 'date-in-future'],
    ['an end before the beginning', ['Chi bộ 1 | Xã | | T-01 | | 01/02/2026 | 31/01/2026'], 'ends-before-it-begins'],
    [
      'the code of another line',
      ['Chi bộ 1 | Xã | CB-7 | T-01', 'Chi bộ 2 | Xã | CB 7 | T-01'],
      'committee-code-taken',
    ],
    [
      'a move before the committee began',
      ['Chi bộ 9 | Xã | | T-01', 'Đảng bộ xã Tân Hòa | Xã | XA-02 | Chi bộ 9 | | 01/07/2026'],
      'date-too-early',
    ],
  ])('with %s is refused', (_, lines, code) => {
    expect(codesOf([tree(...lines)])).toContain(code);
  });

  test('that means several committees is told which: by code, by way, or by name alone', () => {
    const twins = [
      aCommittee(11, { name: 'Chi bộ 1', superiorId: tanHoa.id }),
      aCommittee(12, { name: 'Chi bộ 1', superiorId: longMy.id }),
    ];
    const known = { committees: [...committees, ...twins] };
    const compared = compare([tree('Tổ 1 | Xã | | Chi bộ 1')], {}, known);
    expect(compared).toMatchObject({ ok: false, problems: [{ code: 'ambiguous-committee' }] });
    expect(JSON.stringify(compared)).toContain('Long Mỹ / Chi bộ 1');
    const inFile = compare([
      tree('Tổ 9 | Xã | | T-01', 'Tổ 9 | Xã | | XA-02', 'Tổ 9 | Xã | T-09 | Đảng bộ xã Long Mỹ', 'Nhóm | Xã | | Tổ 9'),
    ]);
    expect(JSON.stringify(inFile)).toMatch(/T-01 \/ Tổ 9.*XA-02 \/ Tổ 9.*T-09/);
  });

  test('with a sector that the list leaves out keeps what is known', () => {
    const compared = compare(['Cấp ủy | Cấp | Mã\nĐảng ủy xã Tân Hòa | Xã | XA-02']);
    expect(compared).toMatchObject({
      diff: { changes: { committees: [{ superiorId: province.id, sector: 'territory', from: '2020-01-01' }] } },
    });
  });
});

describe('what a file does not have', () => {
  const whole = tree('Tỉnh ủy | Tỉnh | T-01', 'Đảng bộ xã Tân Hòa | Xã | XA-02 | T-01');

  test('ends the day before, where the office asks for it', () => {
    expect(compare([whole], { missing: 'end' })).toMatchObject({
      diff: { changes: { committees: [{ id: longMy.id, to: '2026-06-30' }] } },
    });
    expect(compare([whole])).toMatchObject({ diff: { changes: { committees: [] } } });
  });

  test('does not end before it began', () => {
    const young = committees.map((one) => (one.id === longMy.id ? { ...one, from: '2026-07-01' } : one));
    expect(codesOf([whole], { missing: 'end' }, { committees: young })).toEqual(['date-too-early']);
  });

  test('a seat ends with its committee, unless it begins later', () => {
    const end = tree('Đảng bộ xã Tân Hòa | Xã | XA-02 | T-01 | | | 30/06/2026');
    expect(compare([end])).toMatchObject({ diff: { changes: { seats: [{ id: held.id, to: '2026-06-30' }] } } });
    expect(codesOf([end], {}, { seats: [{ ...held, from: '2026-07-01' }] })).toEqual(['begins-later']);
  });
});

describe('a line of a list of seats', () => {
  test.each<[string, string, string]>([
    ['a committee nobody knows', 'Đảng bộ xã Hưng Lễ | Lò Văn Phá | Ủy viên', 'unknown-committee'],
    ['no end in a committee that has ended', 'Huyện ủy Giồng Trôm | Lò Văn Phá | Ủy viên', 'committee-ended'],
    [
      'an end after its committee’s',
      'Huyện ủy Giồng Trôm | Lò Văn Phá | Ủy viên | 01/01/2024 | 01/07/2025',
      'committee-ended',
    ],
  ])('with %s is refused', (_, line, code) => {
    expect(codesOf([seats(line)])).toEqual([code]);
  });

  test('until its committee’s last day is taken over', () => {
    expect(codesOf([seats('Huyện ủy Giồng Trôm | Lò Văn Phá | Ủy viên | 01/01/2024 | 30/06/2025')])).toEqual([]);
  });
});

describe('a file', () => {
  test('without any list is refused', () => {
    expect(read(['Kính gửi | các đồng chí']).problems).not.toEqual([]);
    expect(read([]).problems).not.toEqual([]);
    expect(read([], 'end').problems).not.toEqual([]);
  });
});
