import { describe, expect, test } from 'vitest';
import { readParticipantLines } from '../../../src/domain/lists/read-participants.ts';
import { aWorksheet, typed } from '../../support/lists.ts';

/** As they are typed; "⏎" is a line break within a cell. */
function sheetOf(text: string, merges: readonly string[] = []) {
  const rows = typed(text).map((cells) => cells.map((cell) => cell.replace(/⏎/gu, '\n')));
  return aWorksheet(rows, { merges });
}

function people(text: string, merges: readonly string[] = []): string[] {
  const { lines, problems } = readParticipantLines([sheetOf(text, merges)], 'keep');
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
    'Nguyễn A, Trần B',
    'Lê Thị A; Trần Văn C',
    'Lê Thị A và Trần Văn C',
    'Đ/c Lê Thị A - đ/c Trần Văn C',
  ])('is refused: %s', (name) => {
    expect(people(`Họ và tên | Chức vụ\nLê An | UV\n${name} | Bí thư⏎Phó Bí thư`)).toEqual(['! 3 two-names']);
  });

  test.each([
    ['Nguyễn Thị⏎Đào', 'Nguyễn Thị Đào'],
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
