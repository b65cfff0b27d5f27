import { describe, expect, test } from 'vitest';
import { footerMark, isGroupTitle } from '../../../src/domain/lists/line-marks.ts';
import { takeName } from '../../../src/domain/lists/names.ts';
import { aWorksheet, typed } from '../../support/build/lists.ts';
import { aKnownRoster, readWorksheets } from '../../support/build/rosters.ts';

describe('what stands below a list is known by its words', () => {
  test.each([
    ['T/M BAN CHẤP HÀNH', 'signature'],
    ['Lưu Văn phòng', 'signature'],
    ['LUU VAN PHONG', 'signature'],
    ['Chủ trì', 'signature'],
    ['Ấn định danh sách này có 25 đồng chí', 'closing'],
    ['Danh sách này có 25 đồng chí./.', 'closing'],
    ['Tổng cộng', 'total'],
    ['CỘNG', 'total'],
    ['Tong so', 'total'],
  ])('%s: %s', (text, mark) => {
    expect(footerMark(text)).toBe(mark);
  });

  test.each(['Lưu Văn Phong', 'Chu Trí', 'An Đình Nguyên', 'Tống', 'Tổng Công', 'Công', 'Kỳ Tên'])(
    'and %s is somebody',
    (name) => expect(footerMark(name)).toBeUndefined(),
  );

  test('and nobody called Văn Hòa is a group', () => {
    expect(isGroupTitle('Văn hóa - xã hội')).toBe(true);
    expect(isGroupTitle('Văn Hòa')).toBe(false);
  });
});

describe('whoever is called like what is nobody is read', () => {
  const committee = 'Đảng bộ xã An Hòa';
  const named = (text: string) => readWorksheets([aWorksheet(typed(text), { merges: ['A1:B1'] })], aKnownRoster());

  test.each(['Cộng', 'Tổng', 'Tống', 'Danh', 'Ban', 'Ký'])('with a family name of its own: %s', (family) => {
    const read = named(`
      Họ và tên |        | Chức vụ | Cấp ủy
      ${family}  | Văn An | Bí thư  | ${committee}
      Nguyễn    | Văn Bé | Ủy viên | ${committee}
    `);
    expect(read.ok && read.people.map(({ name: fullName }) => fullName)).toEqual([`${family} Văn An`, 'Nguyễn Văn Bé']);
  });

  test('a total whose words stand under "Chức vụ" is nobody', () => {
    const read = named(`
      Chức vụ   | Họ và tên      | Cấp ủy
      Bí thư    | Nguyễn Văn An  | ${committee}
      Tổng cộng | 1              |
    `);
    expect(read.ok && read.people.map(({ name: fullName }) => fullName)).toEqual(['Nguyễn Văn An']);
  });
});

test('"Ông" before two words is a family name, before three a form of address', () => {
  expect(takeName('Ông Hoàng Khánh')).toMatchObject({ name: 'Ông Hoàng Khánh', honorific: 'kept' });
  for (const name of ['Ông Văn Hữu Tài', 'Ông Kim Ngọc Sơn', 'Ông Thị Mỹ Hoa']) {
    expect(takeName(name)).toMatchObject({ name, honorific: 'kept' });
  }
  expect(takeName('Ông Nguyễn Văn An')).toMatchObject({ name: 'Nguyễn Văn An', honorific: 'taken-off' });
});

test('what stands alone right above the heading is no part of it', () => {
  const rows = typed(`
    Đơn vị tính: đồng chí |             |         |
    Chức vụ               |             | Họ tên  | Cấp ủy
    Đảng                  | Chính quyền |         |
    Bí thư                | Chủ tịch    | Lê An   | Đảng bộ xã An Hòa
  `);
  const merges = ['A2:B2', 'C2:C3', 'D2:D3'];
  const read = readWorksheets([aWorksheet(rows, { merges })], aKnownRoster());
  expect(read.ok && read.seats.map(({ position }) => position)).toEqual(['Bí thư, Chủ tịch']);
});
