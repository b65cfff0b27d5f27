import { describe, expect, test } from 'vitest';
import { listNoteText } from '../../../src/contract/imports/list-note-sentences.ts';
import { readParticipantLines } from '../../../src/domain/lists/read-participants.ts';
import { readSeatLists } from '../../../src/domain/lists/read-seats.ts';
import { aWorksheet, typed } from '../../support/build/lists.ts';

/** As they are typed; "⏎" is a line break within a cell. */
function worksheetOf(text: string, merges: readonly string[] = []) {
  const rows = typed(text).map((cells) => cells.map((cell) => cell.replace(/⏎/gu, '\n')));
  return aWorksheet(rows, { merges });
}

function people(text: string, merges: readonly string[] = []): string[] {
  const { lines, problems } = readParticipantLines([worksheetOf(text, merges)], 'keep');
  return problems.length > 0
    ? problems.map(({ line, code }) => `! ${line} ${code}`)
    : lines.map(({ name, position }) => `${name} | ${position}`);
}

describe('the first person is no part of the heading', () => {
  test.each([
    ['TT | Họ và tên | Chức vụ\n | Phan Văn Khải | Ủy viên\n2 | Lê An | UV', ['A1:A2']],
    ['TT | Họ và tên | Chức vụ | Ghi chú\n1 | Phan Văn Khải | Ủy viên |\n2 | Lê An | UV |', ['D1:D2']],
    ['TT | Họ và tên | Chức vụ |\n | Phan Văn Khải | Ủy viên |\n2 | Lê An | UV |', ['A1:A2', 'C1:D1']],
  ])('%s', (text, merges) => {
    expect(people(text, merges)).toEqual(['Phan Văn Khải | Ủy viên', 'Lê An | UV']);
  });

  test('but titles below a merged one are, known or not', () => {
    const text = 'TT | Họ và tên | Chức vụ |\n | | Trong hệ thống | Ngoài ngành\n1 | Lê An | BT | CT';
    expect(people(text, ['A1:A2', 'B1:B2', 'C1:D1'])).toEqual(['Lê An | BT, CT']);
  });
});

describe('a cell with two names', () => {
  test.each([
    'Nguyễn Văn A⏎Trần Văn B',
    '1. Nguyễn Văn A⏎2. Trần Văn B',
    'Nguyễn Văn A (1970)⏎Trần Văn B (1980)',
    'Lê Văn⏎Trần Hùng',
    '1. Nguyễn Thị⏎2. Ngọc Đào',
    'Lê Minh⏎Ngọc Đào',
    'Nguyễn A, Trần B',
    'Lê Thị A; Trần Văn C',
    'Lê Thị A và Trần Văn C',
    'Đ/c Lê Thị A - đ/c Trần Văn C',
  ])('is refused: %s', (name) => {
    expect(people(`Họ và tên | Chức vụ\nLê An | UV\n${name} | Bí thư⏎Phó Bí thư`)).toEqual(['! 3 two-names']);
  });

  test.each([
    ['Nguyễn Thị⏎Đào', 'Nguyễn Thị Đào'],
    ['Nguyễn Thị⏎Ngọc Đào', 'Nguyễn Thị Ngọc Đào'],
    ['NGUYỄN THỊ⏎MAI HOA', 'NGUYỄN THỊ MAI HOA'],
    ['Trần Văn⏎Quốc Tuấn', 'Trần Văn Quốc Tuấn'],
    ['Nguyễn Văn A⏎(1975)', 'Nguyễn Văn A'],
    ['Nguyễn Văn A⏎01/02/1975', 'Nguyễn Văn A'],
    ['Nguyễn Văn A,⏎sinh năm 1975', 'Nguyễn Văn A'],
    ['Đồng chí⏎Nguyễn Văn A', 'Nguyễn Văn A'],
  ])('one name is read: %s', (written, name) => {
    expect(people(`Họ và tên | Chức vụ\n${written} | UV`)).toEqual([`${name} | UV`]);
  });
});

describe('a name and a position are somebody', () => {
  test.each(['Lưu Văn Phòng', 'LƯU VĂN PHÒNG', 'Trần Ngay Thang', 'Luu Van Phong'])('%s', (name) => {
    expect(people(`Họ và tên | Chức vụ\n${name} | UV\nLê An | BT`)).toEqual([`${name} | UV`, 'Lê An | BT']);
  });

  test.each(['Thư ký', 'Xác nhận', 'Tổng cộng'])('whatever stands before them: %s', (lead) => {
    const text = `Vai trò | Họ và tên | Chức vụ\n | Lê An | BT\n${lead} | Lê Tư | UV\n | Lê Ba | UV`;
    expect(people(text)).toEqual(['Lê An | BT', 'Lê Tư | UV', 'Lê Ba | UV']);
  });

  test.each(['Tổng cộng | 1', 'NGƯỜI LẬP BIỂU | BÍ THƯ', 'Nơi nhận: | T/M CHI BỘ\nLưu Văn Phòng | BÍ THƯ'])(
    'but not %s',
    (below) => {
      expect(people(`Họ và tên | Chức vụ\nLê An | UV\n${below}`)).toEqual(['Lê An | UV']);
    },
  );
});

describe('a last line that lacks something, above a signature, is somebody', () => {
  test.each([
    ['TT | Họ và tên | Chức vụ\n1 | Lê An | BT\n2 | | Ủy viên\n | NGƯỜI LẬP BIỂU |', 3],
    ['TT | Họ và tên | Chức vụ\n1 | Lê An | BT\n2 | | Ủy viên\n | | T/M CHI BỘ\n | | BÍ THƯ', 3],
    ['Họ và tên | Chức vụ\nLê An | BT\nTrần Thị B |\nNGƯỜI LẬP BIỂU |', 3],
    ['Họ và tên | Chức vụ\nLê An | BT\n | Ủy viên\nNGƯỜI LẬP BIỂU |', 3],
    ['Họ và tên | Chức vụ\n | Ủy viên\nNGƯỜI LẬP BIỂU |', 2],
  ])('%s', (text, line) => {
    expect(people(text)).toEqual([`! ${line} missing-value`]);
  });
});

describe('names stay what they are', () => {
  test.each([
    ['Đồng Chí Cường', 'Đồng Chí Cường'],
    ['Đồng chí Cường', 'Cường'],
    ['Đồng Chí Lê Cường', 'Lê Cường'],
    ['ĐỒNG CHÍ LÊ CƯỜNG', 'LÊ CƯỜNG'],
  ])('%s', (written, name) => {
    expect(people(`Họ và tên | Chức vụ\n${written} | UV`)).toEqual([`${name} | UV`]);
  });

  test.each([
    ['Kinh', 'Tày'],
    ['Hoa', 'Kinh'],
    ['Thái', 'Ê Đê'],
    ['Công giáo', 'Phật'],
    ['Mường', 'Dao'],
  ])('beside peoples and religions: %s, %s', (one, other) => {
    const lines = `Lê Văn An | ${one} | UV\nLê Thị Ba | ${other} | BT`;
    const read = ['Lê Văn An | UV', 'Lê Thị Ba | BT'];
    expect(people(`Họ và tên | | Chức vụ\n${lines}`)).toEqual(read);
    expect(people(lines)).toEqual(read);
  });

  test('"Hoa" alone may be either', () => {
    expect(people('Họ và tên | | Chức vụ\nLê Thị | Hoa | UV')).toEqual(['! 1 name-unclear']);
    expect(people('Họ và tên | Tên | Chức vụ\nLê Văn | Nam | UV')).toEqual(['Lê Văn Nam | UV']);
  });

  test.each(['Họ và | tên', 'Họ | và tên'])('below %s', (titles) => {
    expect(people(`TT | ${titles} | Chức vụ\n1 | Lê Trọng | Nghĩa | BT\n2 | Lê Thị | Út | UV`)).toEqual([
      'Lê Trọng Nghĩa | BT',
      'Lê Thị Út | UV',
    ]);
  });
});

describe('groups that name no committee', () => {
  const committees = ['Đảng bộ xã An Hòa', 'Chi bộ ấp 1', 'Chi bộ ấp 2'];
  const seats = (text: string, own: string | null = null) => {
    const { lines, problems } = readSeatLists([worksheetOf(text)], committees, { capitals: 'keep', own });
    return problems.length > 0
      ? problems.map((one) => `! ${one.code} ${'lines' in one ? one.lines.join() : one.line}`)
      : lines.map(({ name: fullName, committee }) => `${fullName} | ${committee}`);
  };
  const head = 'TT | Họ và tên | Chức vụ';

  test.each([
    [
      'I | Chi bộ ấp 1 |\n1 | Lê An | BT\nII | Trường Tiểu học An Hòa |\n1 | Lê Ba | BT\nIII | Trạm Y tế |\n1 | Lê Tư | BT',
      '5,7',
    ],
    [
      'A | Đảng ủy xã An Hòa |\n1 | Lê An | BT\nI | Chi bộ ấp 1 |\n2 | Lê Ba | BT\nB | Khối trường học |\n3 | Lê Tư | BT',
      '7',
    ],
    ['A | Đảng ủy xã An Hòa |\nI | Chi bộ ấp 1 |\n1 | Lê An | BT\nII | Trường Tiểu học |\n2 | Lê Ba | BT', '6'],
    ['I | Chi bộ ấp 1 |\n1 | Lê An | BT\nII | Trường Tiểu học |\n | Bí thư chi bộ |\n2 | Lê Ba | BT', undefined],
  ])('end those before them: %s', (text, lines) => {
    if (lines === undefined) expect(seats(`${head}\n${text}`).join()).not.toContain('Lê Ba | Chi bộ ấp 1');
    else expect(seats(`${head}\n${text}`)).toEqual([`! no-committee-named ${lines}`]);
  });

  test('and stand within them where they are counted otherwise', () => {
    const text = `A | Đảng ủy xã An Hòa |\nI | BAN THƯỜNG VỤ |\n1 | Lê An | BT\nII | ỦY VIÊN |\n2 | Lê Ba | UV\nB | Chi bộ ấp 1 |\nI | Chi ủy |\n3 | Lê Tư | BT\nC | Chi bộ ấp 2 |\n4 | Lê Năm | BT`;
    expect(seats(`${head}\n${text}`)).toEqual([
      'Lê An | Đảng bộ xã An Hòa',
      'Lê Ba | Đảng bộ xã An Hòa',
      'Lê Tư | Chi bộ ấp 1',
      'Lê Năm | Chi bộ ấp 2',
    ]);
  });

  test('nor are their people of the committee whose page it is', () => {
    const text = 'I | Chi bộ ấp 1 |\n1 | Lê An | BT\nII | Trường Tiểu học |\n1 | Lê Ba | BT';
    expect(seats(`${head}\n${text}`, 'Chi bộ ấp 1')).toEqual(['! no-committee-named 5']);
  });
});

describe('what a list says of its people is held against them', () => {
  const notes = (text: string, code: string) =>
    readParticipantLines([worksheetOf(text)], 'keep').warnings.filter((one) => one.code === code);
  const lines = (text: string) => notes(text, 'alternates').flatMap((one) => one.lines);
  const head = 'TT | Họ và tên | Chức vụ';

  test.each([
    [`${head}\nI | Đại biểu chính thức |\n1 | Lê An | UV\nII | Đại biểu dự khuyết |\n1 | Lê Ba | UV`, [5]],
    [`${head}\nI | Đại biểu dự khuyết |\n1 | Lê An | UV\nII | Đại biểu chính thức |\n1 | Lê Ba | UV`, [3]],
    [`${head} | Ghi chú\n1 | Lê An | UV | Dự khuyết\n2 | Lê Ba | UV |`, [2]],
    [`${head} | Dự khuyết\n1 | Lê An | UV |\n2 | Lê Ba | UV | x`, [3]],
    [`DANH SÁCH ĐẠI BIỂU DỰ KHUYẾT\n${head}\n1 | Lê An | UV`, [3]],
    [`DANH SÁCH ĐẠI BIỂU CHÍNH THỨC, DỰ KHUYẾT\n${head}\n1 | Lê An | UV`, []],
  ])('alternates: %s', (text, found) => {
    expect(lines(text)).toEqual(found);
  });

  test.each([
    ['Danh sách này có 25 đồng chí./.', '25', '2'],
    ['Cộng danh sách: 6 đại biểu', '6', '2'],
    ['Tổng cộng: 03 (ba) đồng chí', '3', '2'],
  ])('a count that differs: %s', (words, text, read) => {
    const [note] = notes(`${head}\n1 | Lê An | BT\n2 | Lê Ba | UV\n${words} | |`, 'count-differs');
    expect(note).toMatchObject({ line: 4, text, texts: [read] });
    expect(note && listNoteText(note).vi).toBe(
      `Dòng này ghi ${text} người, nhưng danh sách có ${read} người được đọc.`,
    );
  });

  test.each(['Danh sách này có 02 đồng chí', 'Cộng danh sách: 2 đại biểu', 'Trong đó nữ: 1 đồng chí'])(
    'and one that does not: %s',
    (words) => {
      expect(notes(`${head}\n1 | Lê An | BT\n2 | Lê Ba | UV\n${words} | |`, 'count-differs')).toEqual([]);
    },
  );

  test('an unused column is quoted without saying a thing twice', () => {
    const text = `${head} | Giới tính\n1 | Lê An | BT | Nam\n2 | Lê Ba | UV | Nam\n3 | Lê Tư | UV | Nữ`;
    expect(notes(text, 'unused-column')).toMatchObject([{ texts: ['Nam', 'Nữ'] }]);
  });
});
