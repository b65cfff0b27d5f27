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

const kinds = [
  { kind: 'Chi bộ trực thuộc', names: (number: number) => `Chi bộ Đội sản xuất số ${number}` },
  { kind: 'Tập thể lãnh đạo, quản lý', names: (number: number) => `Tập thể lãnh đạo Phân xưởng ${number}` },
  { kind: 'Tổ chức chính trị - xã hội', names: (number: number) => `Công đoàn bộ phận số ${number}` },
] as const;

/** So many organisations below a committee, each with its kind. */
export function organisations(size: number): { readonly name: string; readonly kind: string }[] {
  return Array.from({ length: size }, (_, index) => {
    const { kind, names } = kinds[index % 5 === 4 ? 2 : index % 3 === 2 ? 1 : 0] ?? kinds[0];
    return { name: names(index + 1), kind };
  });
}
