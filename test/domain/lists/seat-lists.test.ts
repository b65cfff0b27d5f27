import { describe, expect, test } from 'vitest';
import type { Committee } from '../../../src/domain/committee/committee.ts';
import type { Worksheet } from '../../../src/domain/lists/worksheet.ts';
import type { ReadRoster } from '../../../src/domain/roster/roster.ts';
import { aWorksheet, typed } from '../../support/build/lists.ts';
import { aKnownRoster, type RosterOptions, readWorksheets } from '../../support/build/rosters.ts';

const known = aKnownRoster();
const commune = known.committees[1] as Committee;
const cell = known.committees[2] as Committee;

function read(worksheets: readonly Worksheet[], options?: Partial<RosterOptions>): ReadRoster {
  return readWorksheets(worksheets, known, options);
}

/** Who sits where, as the file says it: "Họ tên | Chức vụ | Cấp ủy". */
function seatsOf(worksheets: readonly Worksheet[], options?: Partial<RosterOptions>): string[] {
  const roster = read(worksheets, options);
  if (!roster.ok)
    return roster.problems.map(({ worksheet, line, column, code }) => `! ${worksheet} ${line} ${column}: ${code}`);
  const name = new Map(known.committees.map((one) => [one.id, one.name]));
  return roster.seats.map(
    ({ person, position, committeeId }) => `${roster.people[person]?.name} | ${position} | ${name.get(committeeId)}`,
  );
}

function notesOf(worksheets: readonly Worksheet[], options?: Partial<RosterOptions>): string[] {
  const roster = read(worksheets, options);
  return roster.ok ? roster.warnings.map(({ code }) => code) : ['refused'];
}

const here = 'Đảng bộ xã An Hòa';

describe('an official list', () => {
  const worksheet = aWorksheet(
    [
      ['ĐẢNG BỘ TỈNH BẾN TRE', null, null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
      ['ĐẢNG ỦY XÃ AN HÒA', null, null, null, 'An Hòa, ngày 01 tháng 7 năm 2025'],
      ['DANH SÁCH CẤP ỦY VIÊN'],
      ['(Kèm theo Quyết định số 12-QĐ/TU)'],
      ['STT', 'Tên đảng bộ', 'Họ và tên đồng chí', 'Chức vụ', null, 'Năm sinh', null, 'Thời gian', null],
      [null, null, null, 'Đảng', 'Chính quyền', 'Nam', 'Nữ', 'Từ', 'Đến'],
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      ['I', 'BAN THƯỜNG VỤ'],
      [1, here, 'Đ/c Danh Cộng', 'Bí thư', 'Chủ tịch HĐND', 1975, null, '01/07/2025', null],
      [2, null, 'Tổng Thị Hai', 'Phó Bí thư', 'Chủ tịch UBND', null, 1980, '01/07/2025 00:00:00', 'nay'],
      ['II. ỦY VIÊN BAN CHẤP HÀNH'],
      [3, null, 'Lý Danh', 'Ủy viên', null, 1990, null, null, null],
      ['Tổng cộng', null, 3],
      ['Danh sách này có 03 đồng chí./.'],
      [null, 'NGƯỜI LẬP BIỂU', null, 'T/M BAN THƯỜNG VỤ'],
      [null, '(Ký, ghi rõ họ tên)', null, 'BÍ THƯ'],
      [null, null, 'Nguyễn Văn Lập', 'Trần Văn Ký'],
      ['Nơi nhận:'],
      ['- Như trên;'],
    ],
    { name: 'DS', merges: ['A5:A6', 'B5:B6', 'C5:C6', 'D5:E5', 'F5:G5', 'H5:I5', 'B9:B12', 'A3:I3', 'A11:I11'] },
  );

  test('is read with groups of titles, values merged down, and nobody else', () => {
    const roster = read([worksheet]);
    if (!roster.ok) throw new Error(JSON.stringify(roster.problems));
    expect(roster.people).toMatchObject([
      { name: 'Danh Cộng', birthYear: 1975 },
      { name: 'Tổng Thị Hai', birthYear: 1980 },
      { name: 'Lý Danh', birthYear: 1990 },
    ]);
    expect(roster.seats).toMatchObject([
      { position: 'Bí thư, Chủ tịch HĐND', order: 1, from: '2025-07-01', to: null, committeeId: commune.id },
      { position: 'Phó Bí thư, Chủ tịch UBND', order: 2, from: '2025-07-01', to: null, committeeId: commune.id },
      { position: 'Ủy viên', order: 3, from: null, to: null, committeeId: commune.id },
    ]);
  });

  test('and every line that is nobody is named', () => {
    expect(new Set(notesOf([worksheet]))).toEqual(
      new Set([
        ...['title-lines', 'numbering-lines', 'group-lines', 'total-lines', 'closing-lines', 'signature-lines'],
        ...['honorific-taken-off', 'positions-joined'],
      ]),
    );
  });
});

describe('whose list it is', () => {
  const bare = (name: string, ...titles: string[]) =>
    aWorksheet([...titles.map((title) => [title]), ...typed('Họ và tên | Chức vụ\nTrần An | Bí thư')], { name });

  test('a title or a worksheet says where no column does', () => {
    expect(seatsOf([bare('DS', 'DANH SÁCH CẤP ỦY VIÊN ĐẢNG BỘ XÃ AN HOÀ')])).toEqual([`Trần An | Bí thư | ${here}`]);
    expect(seatsOf([bare('An Hòa')])).toEqual([`Trần An | Bí thư | ${here}`]);
    expect(seatsOf([bare('Sheet1', 'TỈNH ỦY BẾN TRE', 'DANH SÁCH CẤP ỦY VIÊN')])).toEqual([
      '! Sheet1 4 : no-committee-named',
    ]);
  });

  test('the page says it, and another committee in the file is refused', () => {
    expect(seatsOf([bare('Sheet1')], { own: cell })).toEqual(['Trần An | Bí thư | Chi bộ 1']);
    const other = aWorksheet(typed(`Cấp ủy | Họ và tên | Chức vụ\n${here} | Trần An | Bí thư`));
    expect(seatsOf([other], { own: cell })).toEqual(['!  2 Cấp ủy: another-committee']);
  });
});

describe('several worksheets', () => {
  const list = [
    ['Cấp ủy', 'Họ và tên', 'Chức vụ'],
    [here, 'Nguyễn Thị Đào', 'Ủy viên'],
  ];

  test('a copy of a worksheet is refused naming both, not read as people of the same names', () => {
    const worksheets = ['DS', 'DS (2)'].map((name) => aWorksheet(list, { name }));
    expect(seatsOf(worksheets)).toEqual(['! DS (2) 1 : worksheet-twice']);
  });

  test('a worksheet with names and committees that lacks the position stops the import', () => {
    const partial = [
      ['Cấp ủy', 'Họ và tên'],
      [here, 'Trần Văn Út'],
    ];
    expect(seatsOf([aWorksheet(list, { name: 'A' }), aWorksheet(partial, { name: 'B' })])).toEqual([
      '! B 1 : missing-column',
    ]);
  });

  test('one committee’s page takes neither the worksheets of several nor that of another', () => {
    const bare = (name: string) =>
      aWorksheet(
        [
          ['Họ và tên', 'Chức vụ'],
          ['Trần An', 'Bí thư'],
        ],
        { name },
      );
    expect(seatsOf([bare('A'), bare('B')], { own: cell })).toContain('! B 1 : several-worksheets');
    expect(seatsOf([bare(commune.name)], { own: cell })).toEqual([`! ${commune.name} null : another-committee`]);
    expect(seatsOf([bare(cell.name)], { own: cell })).toEqual([`Trần An | Bí thư | ${cell.name}`]);
  });
});
