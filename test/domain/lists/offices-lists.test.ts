import { describe, expect, test } from 'vitest';
import { listNoteText } from '../../../src/contract/imports/list-note-sentences.ts';
import { readTargets } from '../../../src/domain/half-term/read-targets.ts';
import type { ListNote } from '../../../src/domain/lists/list-note.ts';
import { readParticipantLines } from '../../../src/domain/lists/read-participants.ts';
import { readSeatLists } from '../../../src/domain/lists/read-seats.ts';
import { namedBeside } from '../../../src/domain/lists/seat-list.ts';
import type { Worksheet } from '../../../src/domain/lists/worksheet.ts';
import { aWorksheet, typed, type Written } from '../../support/build/lists.ts';

const committees = ['Tỉnh ủy Bến Tre', 'Đảng bộ xã An Hòa', 'Chi bộ ấp 1', 'Chi bộ ấp 2', 'Chi bộ ấp 12'];

function seats(worksheets: readonly Worksheet[] | string, own: string | null = null) {
  const all = typeof worksheets === 'string' ? [aWorksheet(typed(worksheets))] : worksheets;
  const read = readSeatLists(all, committees, { capitals: 'keep', own });
  const said = read.problems.map(({ line, column, code }) => `! ${line} ${column}: ${code}`);
  const lines = read.lines.map(({ name: fullName, position, committee }) => `${fullName} | ${position} | ${committee}`);
  return { ...read, said: said.length > 0 ? said : lines, codes: read.warnings.map(({ code }) => code) };
}

function participants(rows: string | Worksheet) {
  const read = readParticipantLines([typeof rows === 'string' ? aWorksheet(typed(rows)) : rows], 'keep');
  const said = read.problems.map(({ line, code }) => `! ${line} ${code}`);
  return said.length > 0 ? said : read.lines.map(({ name, position }) => `${name} | ${position}`);
}

describe('names', () => {
  test.each([
    ['Họ | Tên', 'Nguyễn Thị | Đào'],
    ['Họ và tên đệm | Tên', 'Nguyễn Thị | Đào'],
    ['Họ | Chữ đệm | Tên', 'Nguyễn | Thị | Đào'],
    ['Họ và tên | Tên', 'Nguyễn Thị | Đào'],
    ['Họ và tên | ', 'Nguyễn Thị | Đào'],
    ['Họ và tên | Tên', 'Nguyễn Thị Đào | Đào'],
    ['Họ và tên | ', 'Nguyễn Thị Đào | Nữ'],
    ['Họ tên đồng chí', 'Đ/c Nguyễn Thị Đào'],
    ['Họ và tên', 'Bà Nguyễn Thị Đào'],
    ['Họ và tên, năm sinh', 'Nguyễn Thị Đào, 1975'],
    ['Họ và tên (năm sinh)', 'Nguyễn Thị Đào (15/03/1975)'],
  ])('under "%s" stands %s', (titles, cells) => {
    expect(seats(`STT | Cấp ủy | ${titles} | Chức vụ\n1 | Chi bộ ấp 1 | ${cells} | Bí thư`).said).toEqual([
      'Nguyễn Thị Đào | Bí thư | Chi bộ ấp 1',
    ]);
  });

  test('"Ông" is a family name, too, and nobody loses it unsaid', () => {
    const read = seats('Cấp ủy | Họ và tên | Chức vụ\nChi bộ ấp 1 | Ông Ích Khiêm | Bí thư');
    expect(read.said).toEqual(['Ông Ích Khiêm | Bí thư | Chi bộ ấp 1']);
    expect(read.codes).toEqual(['honorific-kept']);
    const all = ['Ông Ích Khiêm', 'Ông Trần Hùng', 'Bà Lê Mai'].map((name) => `Chi bộ ấp 1 | ${name} | UV`);
    expect(
      seats(`Cấp ủy | Họ và tên | Chức vụ\n${all.join('\n')}`).lines.map(({ name: fullName }) => fullName),
    ).toEqual([...['Ích Khiêm', 'Trần Hùng', 'Lê Mai']]);
    const clan = ['Ông Văn Bé', 'Ông Ích Khiêm'];
    const theirs = clan.map((name) => `Chi bộ ấp 1 | ${name} | UV`).join('\n');
    expect(seats(`Cấp ủy | Họ và tên | Chức vụ\n${theirs}`).lines.map(({ name: fullName }) => fullName)).toEqual(clan);
  });

  test('an untitled column of which some lines continue the names is asked about', () => {
    const lines = [
      'Chi bộ ấp 1 | Nguyễn Thị | Đào | UV',
      'Chi bộ ấp 1 | Trần Văn | Út | UV',
      'Chi bộ ấp 1 | Lê Ba | | UV',
    ];
    expect(seats(`Cấp ủy | Họ và tên | | Chức vụ\n${lines.join('\n')}`).said).toEqual(['! 1 Họ và tên: name-unclear']);
  });

  test('nobody called like a word of official lists is lost, no such word becomes somebody', () => {
    const people = ['Danh Cộng', 'Tổng Thị Hai', 'Lý Danh', 'Nguyễn Văn Bí', 'Cộng Thị Tổng', 'Đoàn Văn Ký'];
    const lines = people.map((name) => `Chi bộ ấp 1 | ${name} | Bí thư`);
    const below = ['Tổng cộng | 6 |', 'Danh sách có 06 đồng chí | |', ' | NGƯỜI LẬP | BÍ THƯ', ' | Trần Lập | Lê Ký'];
    expect(seats(['Cấp ủy | Họ và tên | Chức vụ', ...lines, ...below].join('\n')).said).toEqual(
      people.map((name) => `${name} | Bí thư | Chi bộ ấp 1`),
    );
  });
});

describe('headings', () => {
  test.each([
    ['Chức vụ, đơn vị công tác', 'Bí thư'],
    ['Chức vụ hiện nay', 'Bí thư'],
    ['Chức vụ Đảng | Chức vụ chính quyền', 'Bí thư | '],
    ['Chức danh', 'Bí thư'],
    ['Đơn vị công tác, chức vụ', 'Bí thư'],
  ])('"%s" holds the position', (title, cells) => {
    expect(seats(`Tên đảng bộ | Họ và tên | ${title}\nChi bộ ấp 1 | Trần An | ${cells}`).said).toEqual([
      'Trần An | Bí thư | Chi bộ ấp 1',
    ]);
  });

  test('a day of something else is no first day of a seat', () => {
    const titles = 'Cấp ủy | Họ và tên | Chức vụ | Ngày bắt đầu giữ chức | Ngày vào Đảng | Phụ cấp chức vụ';
    const read = seats(`${titles}\nChi bộ ấp 1 | Trần An | Bí thư | 01.07.2025 | 03/02/1999 | 0,3`);
    expect(read.lines).toMatchObject([{ from: '2025-07-01', position: 'Bí thư' }]);
    expect(read.codes).toEqual(['unused-column', 'unused-column']);
  });

  test('the numbers of two cards are no quarrel: the better one is read, the other named', () => {
    const read = seats(
      'Cấp ủy | Họ và tên | Chức vụ | Số thẻ đảng viên | Số CCCD\nChi bộ ấp 1 | Trần An | UV | 071 | 079',
    );
    expect(read.lines[0]?.code).toBe('071');
    expect(read.codes).toEqual(['unused-column']);
  });

  test('what is missing is named, and what was found', () => {
    const read = seats('Kính gửi | Ban Tổ chức\nSTT | Họ và tên | Năm sinh\n1 | Trần An | 1970');
    expect(read.said).toEqual(['! 2 : missing-column']);
    expect(listNoteText(read.problems[0] as ListNote).vi).toBe(
      'Thiếu cột “Chức vụ”. Dòng này được hiểu là dòng tiêu đề, có các cột: “STT”, “Họ và tên”, “Năm sinh”.',
    );
  });

  test.each<[string, Written, string]>([
    ['a two-digit year', '01/07/25', 'two-digit-year'],
    ['a year', 2025, 'year-only'],
    ['a month', '07/2025', 'month-only'],
    ['an error', { kind: 'error', shown: '#REF!' }, 'cell-error'],
    ['a formula nobody computed', { kind: 'uncomputed', shown: '' }, 'cell-uncomputed'],
    ['month before day', '07/31/2025', 'bad-date'],
  ])('%s is no day', (_what, written, code) => {
    const worksheet = aWorksheet([
      ['Cấp ủy', 'Họ và tên', 'Chức vụ', 'Đến ngày'],
      ['Chi bộ ấp 1', 'Trần An', 'UV', written],
    ]);
    expect(seats([worksheet]).said).toEqual([`! 2 Đến ngày: ${code}`]);
  });
});

describe('whose lines they are', () => {
  const grouped = typed(
    `TT | Họ và tên | Chức vụ
    I | Chi bộ ấp 1 |
    1 | Trần An | Bí thư
    II | Chi bộ ấp 12 |
    1 | Lê Ba | Bí thư
    III | Chi bộ ấp 7 |
    1 | Lê Tư | Bí thư`,
  );

  test('a group line is its lines’ committee, an unknown one too: never the one before', () => {
    expect(seats([aWorksheet(grouped)]).lines.map(({ committee }) => committee)).toEqual([
      ...['Chi bộ ấp 1', 'Chi bộ ấp 12', 'Chi bộ ấp 7'],
    ]);
  });

  test('a committee that is left empty below the first is not filled in', () => {
    const text = 'Cấp ủy | Họ và tên | Chức vụ\nChi bộ ấp 1 | Trần An | UV\n | Lê Ba | UV';
    expect(seats(text).said).toEqual(['! 3 Cấp ủy: missing-value']);
    expect(seats([aWorksheet(typed(text), { merges: ['A2:A3'] })]).said).toHaveLength(2);
  });

  test('running numbers that begin again are no order of precedence', () => {
    const text =
      'TT | Cấp ủy | Họ và tên | Chức vụ\n1 | Chi bộ ấp 1 | A An | BT\nII | ỦY VIÊN | |\n1 | Chi bộ ấp 1 | B Ba | UV';
    const read = seats(text);
    expect(read.lines.map(({ order }) => order)).toEqual([null, null]);
    expect(read.codes).toContain('numbers-begin-again');
  });
});

describe('worksheets', () => {
  const list = (name: string, who: string, looks = {}) =>
    aWorksheet(typed(`Cấp ủy | Họ và tên | Chức vụ\nChi bộ ấp 1 | ${who} | UV\nChi bộ ấp 2 | ${who} Hai | UV`), {
      ...{ name, ...looks },
    });

  test('all that are seen are read; a hidden one never', () => {
    const read = seats([list('cũ', 'Lê Cũ', { isHidden: true }), list('A', 'Lê Một'), list('B', 'Lê Khác')]);
    expect(read.lines.map(({ worksheet, name: fullName }) => `${worksheet} ${fullName}`)).toEqual([
      ...['A Lê Một', 'A Lê Một Hai', 'B Lê Khác', 'B Lê Khác Hai'],
    ]);
    expect(read.codes).toContain('hidden-worksheet');
    expect(seats([list('cũ', 'Lê Cũ', { isHidden: true })]).said).toEqual(['! null : only-hidden-worksheet']);
  });

  test('hidden lines are not read and named, a hidden column only where no other has what it holds', () => {
    const read = seats([list('A', 'Lê Một', { hiddenLines: [3] })]);
    expect([read.said, read.codes]).toEqual([['Lê Một | UV | Chi bộ ấp 1'], ['hidden-rows']]);
    expect(seats([list('A', 'Lê Một', { hiddenColumns: [0] })]).codes).toEqual(['hidden-column-used']);
  });
});

describe('what is pasted without a heading', () => {
  test.each([
    [
      '1 | Nguyễn Thị | Đào | Trưởng ấp\n2 | Trần Văn | Út | Bí thư',
      ['Nguyễn Thị Đào | Trưởng ấp', 'Trần Văn Út | Bí thư'],
    ],
    ['Nguyễn Thị Đào | Nữ | 1975 | Trưởng ấp', ['Nguyễn Thị Đào | Trưởng ấp']],
    ['1. Nguyễn Thị Đào | Trưởng ấp', ['Nguyễn Thị Đào | Trưởng ấp']],
    ['1 | Nguyễn | Thị | Đào | Trưởng ấp', ['Nguyễn Thị Đào | Trưởng ấp']],
    ['Nguyễn Thị Đào | UBND | Chủ tịch', ['Nguyễn Thị Đào | Chủ tịch']],
    ['Nguyễn Thị Đào | Trưởng ấp | Ấp 1', ['Nguyễn Thị Đào | Trưởng ấp']],
    ['Nguyễn Thị Đào | Bí thư | Chủ tịch', ['! 1 columns-unclear']],
    ['Nguyễn Thị | Đào\nTrần Văn | Út', ['! 1 columns-unclear']],
    ['STT | Họ và tên\n1 | Nguyễn Thị Đào', ['! 1 missing-column']],
  ])('%s', (text, said) => {
    expect(participants(text)).toEqual(said);
  });
});

describe('targets', () => {
  const percent = (value: number): Written => ({ kind: 'percent', value, shown: `${value}%` });
  const titles = ['TT', 'Chỉ tiêu', 'ĐVT', 'Nghị quyết Đại hội', 'Kết quả thực hiện', 'So sánh'];

  test('percents are what people see, groups are none', () => {
    const read = readTargets([
      aWorksheet([
        ...[titles, ['I', 'KINH TẾ'], [1, 'Hộ nghèo', '%', '8,5%', percent(9), 'không đạt']],
        ...[
          ['II', 'XÃ HỘI'],
          [2, 'Tổng số hộ', null, 100, { kind: 'number', value: 90.44, shown: '90,4' } as const, null],
        ],
        ['Người lập biểu', null, null, 'BÍ THƯ'],
      ]),
    ]);
    expect(read.ok && read.targets).toMatchObject([
      { name: 'Hộ nghèo', unit: '%', target: 8.5, reached: 9 },
      { name: 'Tổng số hộ', target: 100, reached: 90.4 },
    ]);
  });

  test.each([
    ['Tên chỉ tiêu | ĐVT | Chỉ tiêu NQ Đại hội | Kết quả đạt được đến nay | Đạt (%)'],
    ['Nội dung chỉ tiêu | Đơn vị tính | Mục tiêu đến năm 2030 | Thực hiện đến 30/6/2028 | So với nghị quyết'],
    ['Chỉ tiêu | Đơn vị | Nghị quyết Đại hội | Ước thực hiện năm 2028 | Tỷ lệ đạt'],
  ])('are found under %s', (titles) => {
    const read = readTargets([aWorksheet(typed(`TT | ${titles}\n1 | Tổng thu | tỷ đồng | 100 | 90,5 | 90,5`))]);
    expect(read.ok && read.targets).toMatchObject([{ name: 'Tổng thu', unit: 'tỷ đồng', target: 100, reached: 90.5 }]);
  });

  test('a percentage of something that is counted otherwise is a contradiction', () => {
    const read = readTargets([aWorksheet([titles, [1, 'Đường', 'km', percent(9), null, null]])]);
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['unit-contradicts']);
  });
});

test.each([
  ['I. Đảng ủy xã An Hoà', 'Đảng bộ xã An Hòa'],
  ['BAN THƯỜNG VỤ ĐẢNG ỦY XÃ AN HÒA', 'Đảng bộ xã An Hòa'],
  ['III Chi bộ ấp 12', 'Chi bộ ấp 12'],
  ['I. BAN THƯỜNG VỤ ĐẢNG ỦY', undefined],
  ['II. ĐẢNG ỦY VIÊN', undefined],
  ['BAN CHẤP HÀNH ĐẢNG BỘ XÃ NHIỆM KỲ 2025 - 2030', undefined],
  ['Chi bộ ấp 7', 'Chi bộ ấp 7'],
  ['Đồng chí thuộc Chi bộ ấp 7', 'Đồng chí thuộc Chi bộ ấp 7'],
])('the group line "%s" speaks of %s', (line, committee) => {
  expect(namedBeside(committees)(line)).toBe(committee);
});
