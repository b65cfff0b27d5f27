import { describe, expect, test } from 'vitest';
import { readParticipantLines } from '../../../src/domain/lists/read-participants.ts';
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
});
