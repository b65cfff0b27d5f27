import type { RosterField } from './roster-note.ts';
import { type RosterNote, type RosterProblemCode, type RosterWarningCode, rosterNote } from './roster-note.ts';
import { withoutDiacritics } from './search-key.ts';

export type RosterCell = string | number | boolean | Date | null;
export type RosterRow = { line: number; cells: readonly RosterCell[] };

/** Where each field stands, and what the file calls it. */
export type RosterColumns = ReadonlyMap<RosterField, { index: number; title: string }>;

export type FoundHeader = {
  /** Index of the header among the rows. */
  at: number;
  columns: RosterColumns;
  problems: RosterNote<RosterProblemCode>[];
  warnings: RosterNote<RosterWarningCode>[];
};

/** By field: spellings without diacritics, best ones first. */
export type ColumnTitles = Partial<Record<RosterField, readonly (readonly string[])[]>>;

/** A running number is the order only if no column says "order". */
const titlesOfRoster = {
  committee: [
    ['cap uy', 'ten cap uy', 'committee', 'party committee', 'committee name'],
    [
      'to chuc dang',
      'dang bo',
      'dang uy',
      'chi bo',
      'chi bo dang bo',
      'ban chap hanh',
      'don vi',
      'unit',
      'organisation',
    ],
  ],
  fullName: [
    ['ho va ten', 'ho ten', 'ho va ten dong chi', 'ho ten dong chi', 'full name', 'fullname', 'name'],
    ['ten', 'dong chi', 'ho va ten khai sinh'],
  ],
  position: [
    ['chuc vu', 'chuc danh', 'position'],
    ['chuc vu dang', 'chuc vu trong dang', 'post', 'title', 'role'],
  ],
  order: [
    ['thu tu', 'so thu tu', 'thu tu uu tien', 'order', 'precedence', 'order of precedence'],
    ['tt', 'stt', 'so tt', 'no', 'number'],
  ],
  from: [
    ['tu ngay', 'tu', 'from', 'from date', 'ngay bat dau', 'start', 'start date', 'since'],
    ['thoi gian bat dau', 'bat dau'],
  ],
  to: [
    ['den ngay', 'den', 'to', 'to date', 'ngay ket thuc', 'end', 'end date', 'until'],
    ['thoi gian ket thuc', 'ket thuc'],
  ],
  code: [
    ['ma ca nhan', 'ma so ca nhan', 'ma', 'ma so', 'code', 'personal code', 'person code'],
    ['ma dang vien', 'so the dang', 'so the dang vien', 'so the', 'so hieu', 'so dinh danh', 'so cccd', 'cccd', 'id'],
  ],
  birthYear: [
    ['nam sinh', 'sinh nam', 'year of birth', 'birth year'],
    ['ngay sinh', 'ngay thang nam sinh', 'sinh ngay', 'ngay thang nam', 'date of birth', 'birthday', 'born'],
  ],
} satisfies ColumnTitles;
const ofRoster: readonly RosterField[] = ['committee', 'fullName', 'position'];
/** Title lines may stand above the header. */
const searchedRows = 30;

/**
 * Finds the header, in Vietnamese or English, among the first rows.
 * @param required what a line must name to be the header
 */
export function findHeader(
  rows: readonly RosterRow[],
  required: readonly RosterField[] = ofRoster,
  titles: ColumnTitles = titlesOfRoster,
): FoundHeader | undefined {
  for (const [at, row] of rows.slice(0, searchedRows).entries()) {
    const found = readHeader(row, titles);
    if (required.every((field) => found.columns.has(field))) return { at, ...found };
  }
  return undefined;
}

function readHeader(row: RosterRow, titles: ColumnTitles): Omit<FoundHeader, 'at'> {
  const keys = row.cells.map((cell) => (typeof cell === 'string' ? titleKey(cell) : ''));
  const columns = new Map<RosterField, { index: number; title: string }>();
  const problems: RosterNote<RosterProblemCode>[] = [];
  const taken = new Set<number>();
  for (const field of Object.keys(titles) as RosterField[]) {
    const found =
      (titles[field] ?? []).map((names) => indexesOf(keys, names)).find((indexes) => indexes.length > 0) ?? [];
    const [index, second] = found;
    if (index === undefined) continue;
    const title = titleOf(row, index);
    columns.set(field, { index, title });
    for (const one of found) taken.add(one);
    if (second !== undefined) {
      problems.push(rosterNote({ line: row.line, column: titleOf(row, second), field }, 'repeated-column', title));
    }
  }
  return { columns, problems, warnings: ignoredColumns(row, keys, taken) };
}

function ignoredColumns(row: RosterRow, keys: string[], taken: Set<number>): RosterNote<RosterWarningCode>[] {
  const counters = new Set<string>(titlesOfRoster.order[1]);
  return keys.flatMap((key, index) =>
    key === '' || taken.has(index) || counters.has(key)
      ? []
      : [rosterNote({ line: row.line, column: titleOf(row, index), field: null }, 'ignored-column')],
  );
}

function indexesOf(keys: string[], names: readonly string[]): number[] {
  return keys.flatMap((key, index) => (names.includes(key) ? [index] : []));
}

function titleOf(row: RosterRow, index: number): string {
  return String(row.cells[index] ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Small letters without diacritics, single spaces, and without what stands in brackets or after a star. */
function titleKey(title: string): string {
  return withoutDiacritics(title.replace(/\([^)]*\)/g, ' '));
}
