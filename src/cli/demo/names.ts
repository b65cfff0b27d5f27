const family = 'Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Phan Trương Đoàn'.split(' ');
const middle = 'Văn,Thị,Hữu,Thị Mỹ,Đức,Minh,Thị Ngọc,Quốc,Thanh,Hoàng,Thị Kim,Công,Xuân'.split(',');
const given = 'Hạnh Nghĩa Bảo Tuyết Khánh Đạt Phượng Quỳnh Lễ Ẩn Thịnh Vượng Yến Sỹ Thủy Ưởng Hòa Điệp Giang'.split(
  ' ',
);

/** A name as people have them; another number gives another name for some thousands of numbers. */
export function nameOfPerson(number: number): string {
  const pick = (list: readonly string[], index: number) => list[index % list.length] ?? '';
  return `${pick(family, number * 5 + 3)} ${pick(middle, number * 7 + Math.floor(number / 19))} ${pick(given, number * 11)}`;
}

const leading = [
  'Bí thư',
  'Phó Bí thư Thường trực',
  'Phó Bí thư',
  'Ủy viên Ban Thường vụ, Chủ nhiệm Ủy ban Kiểm tra',
  'Ủy viên Ban Thường vụ, Trưởng ban Xây dựng Đảng',
];

/** The position of a committee's member by precedence, from 0. */
export function positionOf(number: number): string {
  return leading[number] ?? 'Ủy viên Ban Chấp hành';
}
