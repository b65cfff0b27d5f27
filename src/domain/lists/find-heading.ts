import { type Grid, textOf } from './grid.ts';
import { isHeadingWords } from './line-marks.ts';
import type { ListField } from './list-field.ts';
import { isPeriod, type ListShape, matchTitle, titleKey } from './list-shape.ts';
import { titlesBelow } from './title-patterns.ts';
import type { WorksheetRow } from './worksheet.ts';

/** A column of the list: where it stands, what the file calls it. */
export interface FoundColumn {
  /** From the left; several where names or positions stand in several columns. */
  readonly indexes: readonly number[];
  readonly title: string;
}

export interface Heading {
  /** Indexes among the grid's rows: of its first line, and of the first line below it. */
  readonly from: number;
  readonly to: number;
  /** Every title, by column. */
  readonly titles: ReadonlyMap<number, string>;
  readonly columns: ReadonlyMap<ListField, FoundColumn>;
  /** Columns that are called the same as one that is read. */
  readonly rivals: readonly { readonly field: ListField; readonly index: number }[];
  /** Columns whose title we know but cannot use: two days in one cell. */
  readonly unusable: readonly number[];
  /** Read although it is hidden, as no other column has it. */
  readonly hidden: readonly number[];
}

/** Title lines may stand above the heading. */
const searchedRows = 60;

/** The heading with everything that is required, or otherwise the line that looks most like one. */
export function findHeading(grid: Grid, shape: ListShape): { heading: Heading; missing: ListField[] } | undefined {
  let best: { heading: Heading; missing: ListField[] } | undefined;
  const last = Math.min(grid.rows.length, searchedRows);
  for (const forced of [1, 2]) {
    for (let from = 0; from < last; from++) {
      const heading = headingAt(grid, shape, from, forced);
      if (heading === undefined) continue;
      const missing = shape.required.filter((field) => !heading.columns.has(field));
      if (missing.length === 0) return { heading, missing };
      const isBetter = heading.columns.size > (best?.heading.columns.size ?? 1) && isLikeAHeading(heading);
      if (isBetter && forced === 1) best = { heading, missing };
    }
  }
  return best;
}

function isLikeAHeading({ columns }: Heading): boolean {
  const telling = [...columns.keys()].filter((field) => field !== 'number');
  return telling.length >= 2 || columns.has('fullName') || columns.has('name');
}

/** @param lines at least so many lines of the sheet are its heading */
function headingAt(grid: Grid, shape: ListShape, from: number, lines: number): Heading | undefined {
  const row = grid.rows[from];
  if (row === undefined || isTitleLine(grid, row, shape)) return undefined;
  const to = Math.max(from + lines, endOfHeading(grid, from));
  const rows = grid.rows.slice(from, to);
  if (rows.length < lines) return undefined;
  const titles = titlesOf(grid, rows);
  if (titles.length < 2) return undefined;
  return { from, to, ...columnsOf(titles, grid, shape) };
}

/** One text alone, long, over half of the sheet or over no other column: "DANH SÁCH …", "Đơn vị tính: đồng chí". */
function isTitleLine(grid: Grid, row: WorksheetRow, shape: ListShape): boolean {
  const filled = row.cells.flatMap((cell, index) => (textOf(cell) === '' ? [] : [index]));
  const [only] = filled;
  if (only === undefined || filled.length > 1) return false;
  const merge = grid.mergeAt(row.line, only);
  const span = merge === undefined ? 1 : merge.right - merge.left + 1;
  const text = textOf(row.cells[only] ?? null);
  if (span === 1 && (isHeadingWords(text) || matchTitle(text, shape).length === 0)) return true;
  return span * 2 > grid.width || text.length > 40;
}

/** Index of the first row below the heading that begins there. */
function endOfHeading(grid: Grid, from: number): number {
  let to = from + 1;
  for (let step = 0; step < 3; step++) {
    const next = grid.rows[to];
    const above = grid.rows[to - 1];
    if (next === undefined || above === undefined) return to;
    if (!reachesDown(grid, grid.rows.slice(from, to), next) && !areTitlesBelow(next)) return to;
    to += 1;
  }
  return to;
}

/** A title of several lines' height ("TT") is merged down into this line, and this line has titles of its own. */
function reachesDown(grid: Grid, rows: readonly WorksheetRow[], next: WorksheetRow): boolean {
  const first = rows[0]?.line ?? 0;
  return rows.some((row) =>
    row.cells.some((cell, index) => {
      if (textOf(cell) === '') return false;
      const merge = grid.mergeAt(row.line, index);
      return merge !== undefined && merge.top >= first && merge.top < next.line && merge.bottom >= next.line;
    }),
  );
}

function areTitlesBelow(row: WorksheetRow): boolean {
  const keys = row.cells.flatMap((cell) => (textOf(cell) === '' ? [] : [titleKey(textOf(cell))]));
  return keys.length > 0 && keys.every((key) => titlesBelow.has(key));
}

interface Title {
  readonly index: number;
  readonly text: string;
  /** The last line of it alone: "Từ" of "Thời gian công tác / Từ". */
  readonly last: string;
  /** The same for columns below one merged title. */
  readonly group: string;
}

function titlesOf(grid: Grid, rows: readonly WorksheetRow[]): Title[] {
  return Array.from({ length: grid.width }, (_, index) => index).flatMap((index) => {
    const parts: string[] = [];
    let group = `${index}`;
    for (const [at, row] of rows.entries()) {
      const { text, from } = titleAt(grid, rows, at, index);
      if (text === '' || parts.at(-1) === text) continue;
      parts.push(text);
      if (from !== index) group = `${row.line}.${from}`;
      else if (isGroup(grid, rows, at, index)) group = `${row.line}.${index}`;
    }
    const text = parts.join(' ');
    return text === '' ? [] : [{ index, text, last: parts.at(-1) ?? '', group }];
  });
}

/** A title that stands over other columns, too. */
function isGroup(grid: Grid, rows: readonly WorksheetRow[], at: number, index: number): boolean {
  const merge = grid.mergeAt(rows[at]?.line ?? 0, index);
  if (merge !== undefined) return merge.right > merge.left;
  return titleAt(grid, rows, at, index + 1).from === index;
}

/** What stands over a column on a line of the heading, its own or that of a merged or unmerged group. */
function titleAt(grid: Grid, rows: readonly WorksheetRow[], at: number, index: number): { text: string; from: number } {
  const row = rows[at];
  if (row === undefined) return { text: '', from: index };
  const own = textOf(row.cells[index] ?? null);
  if (own !== '') return { text: own, from: index };
  const merge = grid.mergeAt(row.line, index);
  if (merge !== undefined) {
    const first = rows.find(({ line }) => line === merge.top);
    return { text: textOf(first?.cells[merge.left] ?? null), from: merge.left };
  }
  // Without merges, as in CSV: a title stands over the empty cells right of it that have a title below.
  const below = rows[at + 1];
  if (below === undefined || textOf(below.cells[index] ?? null) === '') return { text: '', from: index };
  for (let left = index - 1; left >= 0; left--) {
    const text = textOf(row.cells[left] ?? null);
    if (textOf(below.cells[left] ?? null) === '') return { text: '', from: index };
    if (text !== '') return { text, from: left };
  }
  return { text: '', from: index };
}

function columnsOf(titles: readonly Title[], grid: Grid, shape: ListShape): Omit<Heading, 'from' | 'to'> {
  const visible = titles.filter(({ index }) => !grid.hiddenColumns.has(index));
  const hidden = titles.filter(({ index }) => grid.hiddenColumns.has(index));
  const found = assign(visible, shape);
  const rescued: number[] = [];
  for (const [field, column] of assign(hidden, shape).columns) {
    if (found.columns.has(field) || isPartOfKnown(field, found.columns)) continue;
    found.columns.set(field, column);
    rescued.push(...column.indexes);
  }
  const unusable = titles.filter(({ text }) => isPeriod(titleKey(text)) && text.length <= 80).map(({ index }) => index);
  return {
    titles: new Map(titles.map(({ index, text }) => [index, text])),
    columns: found.columns,
    rivals: found.rivals,
    unusable,
    hidden: rescued,
  };
}

function isPartOfKnown(field: ListField, columns: ReadonlyMap<ListField, FoundColumn>): boolean {
  if (field === 'family' || field === 'middle' || field === 'given') return columns.has('fullName');
  if (field === 'partyPosition' || field === 'otherPosition') return columns.has('position');
  return field === 'number' && columns.has('order');
}

type Columns = Map<ListField, FoundColumn>;

/** Gives each field its best column. */
function assign(titles: readonly Title[], shape: ListShape): { columns: Columns; rivals: Heading['rivals'] } {
  const candidates = new Map<ListField, { title: Title; rank: number }[]>();
  for (const title of titles) {
    const whole = matchTitle(title.text, shape);
    for (const { field, rank } of whole.length > 0 ? whole : matchTitle(title.last, shape)) {
      candidates.set(field, [...(candidates.get(field) ?? []), { title, rank }]);
    }
  }
  const columns: Columns = new Map();
  const rivals: { field: ListField; index: number }[] = [];
  const taken = new Set<number>();
  const take = (field: ListField, from: readonly { title: Title; rank: number }[]) => {
    const free = from.filter(({ title }) => !taken.has(title.index));
    const best = free.reduce((least, { rank }) => Math.min(least, rank), Number.POSITIVE_INFINITY);
    const [first, ...others] = free.filter(({ rank }) => rank === best);
    if (first === undefined) return;
    const parts = others.filter(({ title }) => title.group === first.title.group && mayHaveParts(field));
    const indexes = [first, ...parts].map(({ title }) => title.index);
    columns.set(field, { indexes, title: first.title.text });
    for (const index of indexes) taken.add(index);
    for (const { title } of others) {
      if (taken.has(title.index)) continue;
      rivals.push({ field, index: title.index });
      taken.add(title.index);
    }
  };
  takeNames(candidates, take, columns);
  const rest = [...candidates.keys()].filter((field) => !nameFields.has(field) && field !== 'position');
  for (const field of rest.sort((a, b) => priority(a) - priority(b))) take(field, candidates.get(field) ?? []);
  take('position', candidates.get('position') ?? []);
  settlePositions(columns);
  return { columns, rivals };
}

const nameFields: ReadonlySet<ListField> = new Set(['fullName', 'family', 'middle', 'given']);

/** What is more particular chooses first. */
function priority(field: ListField): number {
  const first: readonly ListField[] = ['partyPosition', 'otherPosition', 'from', 'to', 'birthYear', 'director'];
  const at = first.indexOf(field);
  return at < 0 ? first.length : at;
}

function mayHaveParts(field: ListField): boolean {
  return nameFields.has(field) || field === 'birthYear' || field === 'position';
}

type Candidates = ReadonlyMap<ListField, readonly { title: Title; rank: number }[]>;

/** A name in one column, or in two or three: "Họ và tên đệm" and "Tên", "Họ", "Chữ đệm" and "Tên". */
function takeNames(
  candidates: Candidates,
  take: (field: ListField, from: readonly { title: Title; rank: number }[]) => void,
  columns: Columns,
): void {
  const family = candidates.get('family')?.[0]?.title;
  const given = candidates.get('given')?.find(({ title }) => title.index !== family?.index)?.title;
  const whole = (candidates.get('fullName') ?? []).filter(
    ({ title }) => title.index !== family?.index && title.index !== given?.index,
  );
  const isSplit = family !== undefined && given !== undefined && (whole.length === 0 || family.index < given.index);
  if (isSplit && whole.length === 0) {
    take('family', candidates.get('family') ?? []);
    take('middle', candidates.get('middle') ?? []);
    take('given', candidates.get('given') ?? []);
    const parts = (['family', 'middle', 'given'] as const).flatMap((field) => columns.get(field) ?? []);
    for (const field of ['family', 'middle', 'given'] as const) columns.delete(field);
    const title = parts.map((one) => one.title).join(' + ');
    columns.set('fullName', { indexes: parts.flatMap((one) => one.indexes), title });
    return;
  }
  take('fullName', candidates.get('fullName') ?? []);
  take('given', candidates.get('given') ?? []);
}

/** Positions in the Party stand before others. */
function settlePositions(columns: Columns): void {
  const parts = (['partyPosition', 'position', 'otherPosition'] as const).flatMap((field) => columns.get(field) ?? []);
  columns.delete('partyPosition');
  columns.delete('otherPosition');
  const [first] = parts;
  if (first === undefined) return;
  const title = parts.length === 1 ? first.title : parts.map((one) => one.title).join(' + ');
  columns.set('position', { indexes: parts.flatMap((one) => one.indexes), title });
}
