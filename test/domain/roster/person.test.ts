import { expect, test } from 'vitest';
import { isPersonName } from '../../../src/domain/roster/person.ts';

test.each(["H'Hen Niê", 'Y Ƀhăm Êƀan', 'Rơ Châm Hʼnhơt', 'Đinh Y-Blă', 'Nguyễn Thị Đào (1975)', 'Ê̆ban'])(
  '%s is a name',
  (name) => {
    expect(isPersonName(name)).toBe(true);
    expect(isPersonName(name.normalize('NFD'))).toBe(true);
  },
);

test.each(['Danh Sách', 'Cộng', 'Tổng', 'Danh Có', 'Lưu Văn Phòng', 'Cộng Hòa', 'Tổng Văn Cộng', 'Đồng chí 12'])(
  '%s is a name, whatever it begins like',
  (name) => expect(isPersonName(name)).toBe(true),
);

test.each([
  'Danh sách này có 25 đồng chí',
  'Tổng cộng',
  'Tổng số 12 đồng chí',
  'Cộng 25 người',
  'Ngày 12 tháng 5 năm 2026',
])('%s is none: it stands below a list', (text) => expect(isPersonName(text)).toBe(false));

test.each(['Lê V\u0430n Tám', '\u041bê Văn Tám', 'Νguyễn Văn A', '=1+1', '12345', ''])(
  '%s is none: letters of other scripts look like ours',
  (name) => {
    expect(isPersonName(name)).toBe(false);
  },
);
