import { describe, expect, test } from 'vitest';
import { readParticipantLines } from '../../../src/domain/lists/read-participants.ts';
import type { Worksheet } from '../../../src/domain/lists/worksheet.ts';
import { aWorksheet, typed } from '../../support/build/lists.ts';

/** "Họ tên | Chức vụ" of everybody who was read, or what stands in the way. */
function read(text: string): string[] {
  const { lines, problems } = readParticipantLines([aWorksheet(typed(text))], 'keep');
  return problems.length > 0
    ? problems.map(({ line, code }) => `! ${line}: ${code}`)
    : lines.map(({ name, position }) => `${name} | ${position}`);
}

describe('without a whole heading', () => {
  test('a line that names the name is a heading that lacks the position, and nobody', () => {
    expect(read('Họ và tên | Đơn vị\nNguyễn Thị Đào | Xã A')).toEqual(['! 1: missing-column']);
    expect(read('DANH SÁCH ĐẠI BIỂU\nTT | Họ tên đại biểu | Quê quán\n1 | Nguyễn Thị Đào | Bến Tre')).toEqual([
      '! 2: missing-column',
    ]);
  });

  test('people whose position is "Đảng viên" or "Đại biểu" are people', () => {
    expect(read('Nguyễn Thị Đào | Đảng viên\nTrần Văn Út | Đại biểu')).toEqual([
      'Nguyễn Thị Đào | Đảng viên',
      'Trần Văn Út | Đại biểu',
    ]);
  });

  test('positions may stand before the names', () => {
    expect(read('1 | Trưởng ấp | Nguyễn Thị Đào\n2 | Ủy viên Ban Thường vụ | Trần Văn Út')).toEqual([
      'Nguyễn Thị Đào | Trưởng ấp',
      'Trần Văn Út | Ủy viên Ban Thường vụ',
    ]);
  });

  test('a family called Phó is no position where others stand beside it', () => {
    expect(read('Phó Đức Phương | Nhạc sĩ\nTrần Văn Út | Bí thư')).toEqual([
      'Phó Đức Phương | Nhạc sĩ',
      'Trần Văn Út | Bí thư',
    ]);
    expect(read('Phó Đức Phương | Đảng viên')).toEqual(['Phó Đức Phương | Đảng viên']);
  });

  test('a name may stand in two or three columns', () => {
    const people = ['Nguyễn Thị Ngọc Đào | Bí thư', 'Trần Văn Út | Ủy viên'];
    expect(read('Nguyễn | Thị Ngọc | Đào | Bí thư\nTrần | Văn | Út | Ủy viên')).toEqual(people);
    expect(read('Nguyễn Thị Ngọc | Đào | Bí thư\nTrần Văn | Út | Ủy viên')).toEqual(people);
  });

  test('nothing is guessed where no column can be told to hold the positions', () => {
    expect(read('Nguyễn Thị Ngọc Đào | Bến Tre | Nhà máy A\nTrần Văn Út | Ba Tri | Bệnh viện B')[0]).toMatch(/^! 1: /);
    expect(read('Nguyễn Thị Đào')).toEqual(['! 1: columns-unclear']);
  });
});

describe('a file of several worksheets', () => {
  const list = aWorksheet(typed('Họ và tên | Chức vụ\nNguyễn Thị Đào | Đại biểu'), { name: 'Đại biểu' });
  const usesOf = (...worksheets: Worksheet[]) =>
    readParticipantLines(worksheets, 'keep').worksheets.map(({ name, use }) => `${name}: ${use}`);

  test('says of each what became of it: empty ones, hidden ones, the guide, and those without a list', () => {
    const guide = aWorksheet(typed('Họ và tên | Chức vụ\nVí dụ | Đại biểu'), { name: 'Hướng dẫn' });
    const hidden = aWorksheet(typed('Ghi chú'), { name: 'Ẩn', isHidden: true });
    const emptied = aWorksheet([], { name: 'Trống ẩn', isHidden: true });
    const letter = aWorksheet(typed('Kính gửi | các đồng chí'), { name: 'Thư' });
    expect(usesOf(aWorksheet([], { name: 'Trống' }), guide, hidden, emptied, letter, list)).toEqual([
      ...['Trống: empty', 'Hướng dẫn: no-list', 'Ẩn: hidden', 'Trống ẩn: hidden', 'Thư: no-list', 'Đại biểu: read'],
    ]);
  });

  test('whose rows are all hidden is told so', () => {
    const hidden = aWorksheet(typed('Họ và tên | Chức vụ\nTrần Văn Út | Đại biểu'), {
      name: 'Khác',
      hiddenLines: [1, 2],
    });
    const { lines, warnings } = readParticipantLines([hidden, list], 'keep');
    expect(lines.map(({ name }) => name)).toEqual(['Nguyễn Thị Đào']);
    expect(warnings).toMatchObject([{ worksheet: 'Khác', code: 'hidden-rows', lines: [1, 2] }]);
  });

  test('without anybody is refused, with a heading or without', () => {
    const codesOf = (...worksheets: Worksheet[]) =>
      readParticipantLines(worksheets, 'keep').problems.map(({ code }) => code);
    expect(codesOf(aWorksheet(typed('Họ và tên | Chức vụ')))).toEqual(['no-people']);
    expect(codesOf()).toHaveLength(1);
    expect(codesOf(aWorksheet([]))).toHaveLength(1);
    const hidden = { ...list, isHidden: true };
    expect(codesOf(hidden)).toEqual(['only-hidden-worksheet']);
  });
});

test('names in capitals stay, or are written as usual where the office asks for it: either is told', () => {
  const worksheet = aWorksheet(typed('Họ và tên | Chức vụ\nNGUYỄN THỊ ĐÀO | Đại biểu'));
  const readAs = (capitals: 'keep' | 'usual') => {
    const { lines, warnings } = readParticipantLines([worksheet], capitals);
    return [lines[0]?.name, ...warnings.map(({ code }) => code)];
  };
  expect(readAs('keep')).toEqual(['NGUYỄN THỊ ĐÀO', 'name-in-capitals']);
  expect(readAs('usual')).toEqual(['Nguyễn Thị Đào', 'name-written-usually']);
});
