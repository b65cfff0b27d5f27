import { nameOfPerson, positionOf } from './names.ts';
import type { Table } from './table-file.ts';

/** The four committees of the demonstration, from the top. */
export interface CommitteeNames {
  readonly top: string;
  readonly superior: string;
  readonly committee: string;
  readonly sibling: string;
}

export function committeeNames(table: Table | undefined): CommitteeNames {
  return {
    top: 'Tỉnh ủy Vĩnh Long',
    superior: 'Đảng ủy xã Thạnh Phú',
    committee: table?.body ?? 'Đảng ủy Nông trường Thạnh Phú',
    sibling: 'Đảng ủy Trường Trung học Thạnh Phú',
  };
}

interface Line {
  readonly committee: string;
  readonly name: string;
  readonly position: string;
  readonly order: number;
  readonly code: string;
}

/** How many members besides those of the committee voted on: tellers come from the superior. */
const others = 3;

/**
 * A roster as an office keeps it: semicolons, a byte order mark, Vietnamese headers. The committee's first member also
 * sits on the superior: the personal code says that it is one person.
 */
export function rosterCsv(names: CommitteeNames, subjects: number, tellers: number, table: Table | undefined): string {
  let people = 0;
  const line = (committee: string, order: number, position: string, code = ''): Line => ({
    committee,
    position,
    order,
    code,
    name: nameOfPerson(people++),
  });
  const committee = Array.from({ length: subjects }, (_, index) => {
    const position = table?.rows[index]?.position ?? positionOf(index);
    return line(names.committee, index + 1, position, index === 0 ? 'VL-000001' : '');
  });
  const many = (name: string, size: number) =>
    Array.from({ length: size }, (_, index) => line(name, index + 1, positionOf(index)));
  const superior = many(names.superior, tellers + others);
  const [first] = committee;
  const both = first && { ...first, committee: names.superior, order: superior.length + 1, position: positionOf(9) };
  const lines = [
    ...committee,
    ...superior,
    ...(both ? [both] : []),
    ...many(names.sibling, others),
    ...many(names.top, others),
  ];
  const header = ['Cấp ủy', 'Họ và tên', 'Chức vụ', 'Thứ tự', 'Từ ngày', 'Đến ngày', 'Mã cá nhân'];
  const rows = lines.map(({ committee: of, name, position, order, code }) => [
    of,
    name,
    position,
    String(order),
    '01/07/2025',
    '',
    code,
  ]);
  return `\uFEFF${[header, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
