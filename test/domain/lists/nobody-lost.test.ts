import { describe, expect, test } from 'vitest';
import { listNoteText } from '../../../src/contract/imports/list-note-sentences.ts';
import { readTargets } from '../../../src/domain/half-term/read-targets.ts';
import { readParticipantLines } from '../../../src/domain/lists/read-participants.ts';
import { readSeatLists } from '../../../src/domain/lists/read-seats.ts';
import type { Worksheet } from '../../../src/domain/lists/worksheet.ts';
import { readProvinceFile } from '../../../src/domain/roster/province-file.ts';
import { aWorksheet, typed, type Written } from '../../support/build/lists.ts';
import { aKnownRoster } from '../../support/build/rosters.ts';

const unknown: Written = { kind: 'uncomputed', shown: '' };
const broken: Written = { kind: 'error', shown: '#REF!' };
const committees = ['Chi bộ ấp 1', 'Chi bộ ấp 2'];

/** Rows as they are typed: "U" is a formula that was never computed, "E" an error. */
function rows(text: string): Written[][] {
  return typed(text).map((cells) => cells.map((cell) => (cell === 'U' ? unknown : cell === 'E' ? broken : cell)));
}

function participants(text: string, merges: readonly string[] = []): string[] {
  const { lines, problems } = readParticipantLines([aWorksheet(rows(text), { merges })], 'keep');
  return problems.length > 0
    ? problems.map(({ line, code }) => `! ${line} ${code}`)
    : lines.map(({ name, position }) => `${name} | ${position}`);
}

function seats(text: string): string[] {
  const { lines, problems } = readSeatLists([aWorksheet(rows(text))], committees, { capitals: 'keep', own: null });
  return problems.length > 0
    ? problems.map(({ line, code }) => `! ${line} ${code}`)
    : lines.map(({ name: fullName, committee }) => `${fullName} | ${committee}`);
}

function province(sheets: string | readonly Worksheet[], missing: 'keep' | 'end' = 'keep') {
  const worksheets = typeof sheets === 'string' ? [aWorksheet(rows(sheets))] : sheets;
  const ranks = [{ id: 'cell', label: { vi: 'Chi bộ', en: 'Cell' }, to: null }];
  const read = readProvinceFile(worksheets, {
    ranks,
    capitals: 'keep',
    missing,
    committees: aKnownRoster().committees,
  });
  return read.problems.map((one) => ('lines' in one ? `${one.code} ${one.lines.join()}` : `${one.code} ${one.line}`));
}

describe('a line whose cells were never computed, or hold errors, is somebody', () => {
  const uncomputed = ['! 3 cell-uncomputed', '! 3 cell-uncomputed'];
  test.each([
    ['Họ và tên | Chức vụ\nLê An | UV\nU | U\nLê Ba | UV', uncomputed],
    ['TT | Họ và tên | Chức vụ\n1 | Lê An | UV\n2 | U | U\n3 | Lê Ba | UV', uncomputed],
    ['TT | Họ và tên | Chức vụ\n1 | Lê An | UV\nU | U | U\n3 | Lê Ba | UV', uncomputed],
    ['TT | Họ và tên | Chức vụ\n1 | Lê An | UV\n2 | Lê Tư | UV\n3 | E | E', ['! 4 cell-error', '! 4 cell-error']],
    ['Họ và tên | Chức vụ\nLê An | UV\nU | BÍ THƯ\nLê Ba | UV', ['! 3 cell-uncomputed']],
    ['Họ và tên | Chức vụ\nLê An | UV\nU | Thư ký\nLê Ba | UV', ['! 3 cell-uncomputed']],
    ['Họ và tên | Chức vụ\nLê An | UV\nU | U\nDanh sách này có 2 đồng chí', uncomputed],
    ['TT | Họ và tên | | Chức vụ\n1 | Lê Thị | An | UV\n2 | Lê Văn | U | UV', ['! 1 name-unclear']],
    ['TT | Họ đệm | Tên | Chức vụ\n1 | Lê Thị | An | UV\n2 | Lê Văn | U | UV', ['! 3 cell-uncomputed']],
  ])('%s', (text, said) => {
    expect(participants(text)).toEqual(said);
  });

  test('but not a total that was never computed', () => {
    expect(participants('TT | Họ và tên | Chức vụ\n1 | Lê An | UV\n | Tổng cộng | U')).toEqual(['Lê An | UV']);
  });

  test('a target that is called like a group is a target', () => {
    const titles = ['TT', 'Chỉ tiêu', 'Mục tiêu', 'Đạt được'];
    const first = [1, 'Hộ nghèo', 3, 2];
    const read = readTargets([aWorksheet([titles, first, [2, 'Văn hóa: gia đình đạt chuẩn', unknown, unknown]])]);
    expect(read.ok && read.unreadable.map(({ line, code }) => `${line} ${code}`)).toEqual([
      ...['3 cell-uncomputed', '3 cell-uncomputed'],
    ]);
  });

  test('and what is skipped without words is named all the same', () => {
    const sheet = aWorksheet(rows('TT | Họ và tên | Chức vụ | Ghi chú\n1 | Lê An | UV |\n | | | U\n3 | Lê Ba | UV |'));
    const note = readParticipantLines([sheet], 'keep').warnings.find(({ code }) => code === 'other-lines');
    expect(note?.lines).toEqual([3]);
    expect(note && listNoteText(note).vi).toBe('Không có gì của danh sách, bỏ qua: dòng 3.');
  });
});

describe('people whose families are called like groups', () => {
  test.each(['Phan Văn Bình', 'Đoàn Văn Ba', 'Lê Văn Bình', 'Phan Anh', 'Đoàn Thế', 'Quốc Phong'])(
    '%s without a position lacks it',
    (name) => {
      const before = 'Họ và tên | Chức vụ\nLê An | UV';
      expect(participants(`${before}\n${name} |\nLê Ba | UV`)).toEqual(['! 3 missing-value']);
      const counted = `TT | Họ và tên | Chức vụ\n1 | Lê An | UV\n2 | ${name} |\n3 | Lê Ba | UV`;
      expect(participants(counted)).toEqual(['! 3 missing-value']);
      expect(participants(`${before}\n2. ${name} |\nLê Ba | UV`)).toEqual(['! 3 missing-value']);
    },
  );

  test('"Đ/c" counts no group, and Cộng in a column for families no total', () => {
    expect(participants('Họ và tên | Chức vụ\nLê An | UV\nĐ/c Lê Tư |\nLê Ba | UV')).toEqual(['! 3 missing-value']);
    const split = 'TT | Họ | Chữ đệm | Tên | Chức vụ\n1 | Lê | Thị | An | UV\n2 | Cộng | Thị | Ba |';
    expect(participants(split)).toEqual(['! 3 missing-value']);
  });

  test('right above what closes the list a position without a name is not nobody’s', () => {
    const closed = 'Họ và tên | Chức vụ\nLê An | UV\n | Ủy viên\nDanh sách này có 2 đồng chí';
    expect(participants(closed)).toEqual(['! 3 missing-value']);
  });

  test('a numbered line whose name is missing is somebody, whatever the position', () => {
    expect(participants('TT | Họ và tên | Chức vụ\n1 | Lê An | UV\n2 | | Thư ký\n3 | Lê Ba | UV')).toEqual([
      '! 3 missing-value',
    ]);
  });

  test.each([
    ['I | BAN THƯỜNG VỤ |', []],
    ['A | KHỐI ĐẢNG |', []],
    ['Phần thứ nhất | |', ['A3:C3']],
    [' | Đoàn thể |', []],
    ['1 | Chi bộ ấp 1 |', ['B3:C3']],
    ['1. Chi bộ ấp 1 | |', ['A3:C3']],
    ['1. Phan Đình Phùng | |', ['A3:C3']],
  ])('and %s is a group', (line, merges) => {
    const text = `TT | Họ và tên | Chức vụ\n1 | Lê An | UV\n${line}\n2 | Lê Ba | UV`;
    expect(participants(text, merges)).toEqual(['Lê An | UV', 'Lê Ba | UV']);
  });

  test.each(['2 | Chi bộ ấp 2 |', ' | Chi bộ ấp 2 |', 'II | Đảng bộ xã An Hòa |', ' | 2. Chi bộ ấp 2 |'])(
    'a committee without a level lacks it: %s',
    (line) => {
      expect(province(`TT | Tên cấp ủy | Cấp\n1 | Chi bộ ấp 1 | Chi bộ\n${line}`)).toEqual(['missing-value 3']);
    },
  );
});

describe('where what is missing ends, no line that may be somebody is passed over', () => {
  const head = 'TT | Cấp ủy | Họ và tên | Chức vụ\n1 | Đảng bộ xã An Hòa | Lê An | UV';
  test.each([
    ['2 | | |', 'lines-skipped-with-end 3'],
    ['V | | Phan Bình |', 'lines-skipped-with-end 3'],
    [' | | | BÍ THƯ\n | | Lê Ba | UV', 'lines-skipped-with-end 4'],
  ])('%s', (below, problem) => {
    expect(province(`${head}\n${below}`)).toEqual([]);
    expect(province(`${head}\n${below}`, 'end')).toEqual([problem]);
  });

  test.each([
    'I | BAN THƯỜNG VỤ | |',
    ' | | Tổng cộng | 1',
    ' | NGƯỜI LẬP BIỂU | | BÍ THƯ\n | Lê Lập | | Lê Ký',
    ' | | | T/M BAN THƯỜNG VỤ\n | | | BÍ THƯ\n | | Trần Ký | Lê Ký',
  ])('but official lists are taken: %s', (below) => {
    expect(province(`${head}\n${below}`, 'end')).toEqual([]);
  });
});

describe('a second heading', () => {
  test('in other words is a heading', () => {
    const text = 'TT | Họ và tên | Chức vụ\n1 | Lê An | UV\nSTT | Họ tên | Chức danh\n2 | Lê Ba | UV';
    expect(participants(text)).toEqual(['Lê An | UV', 'Lê Ba | UV']);
  });

  test.each([
    ['STT | Chức danh | Họ tên\n1 | UV | Lê Ba'],
    ['STT | Họ tên | Năm sinh\n1 | Lê Ba | 1970'],
    ['STT | Họ tên | Đơn vị | Chức danh\n1 | Lê Ba | Ấp 1 | UV'],
  ])('with other columns is refused naming both: %s', (second) => {
    const sheet = aWorksheet(rows(`TT | Họ và tên | Chức vụ\n1 | Lê An | UV\n${second}`));
    const { problems } = readParticipantLines([sheet], 'keep');
    expect(problems).toMatchObject([{ line: 3, code: 'headings-differ', lines: [1, 3] }]);
  });

  test('two lists one below the other are read, each for its own committee', () => {
    const text = `
      DANH SÁCH CẤP ỦY VIÊN CHI BỘ ẤP 1 |           |
      TT                                | Họ và tên | Chức vụ
      1                                 | Lê An     | Bí thư
                                        |           | T/M CHI BỘ
                                        |           | Trần Ký
      DANH SÁCH CẤP ỦY VIÊN CHI BỘ ẤP 2 |           |
      STT                               | Họ tên    | Chức danh
      1                                 | Lê Ba     | Bí thư`;
    expect(seats(text)).toEqual(['Lê An | Chi bộ ấp 1', 'Lê Ba | Chi bộ ấp 2']);
  });

  test('whoever is of the family Hồ stands in none', () => {
    const titles = (middle: string) => `Chức vụ | | Họ | ${middle} | Tên\nĐảng | Chính quyền | | |`;
    const text = `${titles('Chữ đệm')}\nUV | CT | Lê | Thị | An\nUV | | Hồ | Văn | Ba\n${titles('Tên đệm')}\nUV | | Lê | Tư | Tư`;
    expect(participants(text)).toEqual(['Lê Thị An | UV, CT', 'Hồ Văn Ba | UV', 'Lê Tư Tư | UV']);
  });

  test('of two lines is one', () => {
    const heading = (first: string, second: string) => `TT | ${first} | ${second} |\n | | Đảng | Chính quyền`;
    const text = `${heading('Họ và tên', 'Chức vụ')}\n1 | Lê An | BT | CT\n${heading('Họ tên', 'Chức danh')}\n2 | Lê Ba | UV |`;
    expect(participants(text)).toEqual(['Lê An | BT, CT', 'Lê Ba | UV']);
  });
});
