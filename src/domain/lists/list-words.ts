import type { TargetDirection } from '../half-term/target.ts';
import type { RosterField } from '../roster/roster-note.ts';
import type { LocalText } from '../text/local-text.ts';
import type { ListField, TargetField } from './list-field.ts';

/*
 * Words of lists that are written into files and read out of them again: titles of columns, values of cells. They are
 * part of the format; what people are told about a file stands at the edge.
 */

/** What each column of a list of people or committees is called when we name it ourselves. */
export const fieldLabels = {
  committee: { vi: 'Cấp ủy', en: 'Committee' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  position: { vi: 'Chức vụ', en: 'Position' },
  order: { vi: 'Thứ tự', en: 'Order' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  code: { vi: 'Mã cá nhân', en: 'Personal code' },
  birthYear: { vi: 'Năm sinh', en: 'Year of birth' },
  rank: { vi: 'Cấp', en: 'Rank' },
  sector: { vi: 'Ngành', en: 'Sector' },
  superior: { vi: 'Cấp ủy cấp trên', en: 'Superior' },
  director: { vi: 'Cấp ủy ngành cấp trên', en: 'Directed by' },
  successor: { vi: 'Sáp nhập vào', en: 'Merged into' },
} satisfies Record<RosterField, LocalText>;

/** The same of a list of targets. */
export const targetLabels: Readonly<Record<TargetField, LocalText>> = {
  name: { vi: 'Chỉ tiêu', en: 'Name' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  direction: { vi: 'Yêu cầu', en: 'Direction' },
  target: { vi: 'Mục tiêu nghị quyết', en: 'Target' },
  reached: { vi: 'Đạt được', en: 'Reached' },
};

/** What a target asks for. */
export const directionWords: Readonly<Record<TargetDirection, LocalText>> = {
  'at-least': { vi: 'Từ mức này trở lên', en: 'At least' },
  'at-most': { vi: 'Không vượt quá', en: 'At most' },
};

/** Stands before a template's examples, in the column of running numbers; a line that says so is never read. */
export const exampleMark: LocalText = { vi: 'Ví dụ', en: 'Example' };

/** The worksheet of a template that explains its columns; it never holds a list. */
export const guideWorksheet: LocalText = { vi: 'Hướng dẫn', en: 'Guide' };

/** What we call the column of a field, where it has one of its own. */
export function titleOf(field: ListField | null): LocalText | undefined {
  return field === null ? undefined : titles.get(field);
}

const titles: ReadonlyMap<string, LocalText> = new Map(Object.entries({ ...fieldLabels, ...targetLabels }));
