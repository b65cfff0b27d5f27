import { type Grid, textOf } from './grid.ts';
import { columnsOf, type FoundColumn, type Title } from './heading-columns.ts';
import { isHeadingWords } from './line-marks.ts';
import type { ListField } from './list-field.ts';
import { type ListShape, matchTitle, titleKey } from './list-shape.ts';
import { titlesBelow } from './title-patterns.ts';
import type { WorksheetRow } from './worksheet.ts';

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

/**
 * The heading that begins on a row; undefined where none can.
 *
 * @param lines at least so many lines of the sheet are its heading
 */
export function headingAt(grid: Grid, shape: ListShape, from: number, lines: number): Heading | undefined {
  const row = grid.rows[from];
  if (row === undefined || isTitleLine(grid, row, shape)) return undefined;
  const to = Math.max(from + lines, endOfHeading(grid, from, shape));
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
  const text = textOf(row.cells[only]);
  if (span === 1 && (isHeadingWords(text) || matchTitle(text, shape).length === 0)) return true;
  return span * 2 > grid.width || text.length > 40;
}

/** Index of the first row below the heading that begins there. */
function endOfHeading(grid: Grid, from: number, shape: ListShape): number {
  let to = from + 1;
  for (let step = 0; step < 3; step++) {
    const next = grid.rows[to];
    const above = grid.rows[to - 1];
    if (next === undefined || above === undefined) return to;
    const rows = grid.rows.slice(from, to);
    const isPart = areTitlesBelow(next) || (reachesDown(grid, rows, next) && !isItemBelow(grid, rows, next, shape));
    if (!isPart) return to;
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

/** Whatever is merged down into it: a line is no part of the heading where what must be there is, and is no title. */
function isItemBelow(grid: Grid, rows: readonly WorksheetRow[], next: WorksheetRow, shape: ListShape): boolean {
  const { columns } = columnsOf(titlesOf(grid, rows), grid, shape);
  const [name, ...others] = shape.required.map((field) => columns.get(field)?.indexes ?? []);
  const lines = rows.map((row, at) => ({ row, over: titlesOver(grid, rows, at) }));
  const isWide = (index: number) => lines.some(({ row, over }) => isGroup(grid, row, over, index));
  // Below "Chức vụ" over several columns their own titles stand, whatever they are.
  const telling = [...(name ?? []), ...others.flat().filter((index) => !isWide(index))];
  return telling.some((index) => {
    const text = textOf(next.cells[index]);
    const key = titleKey(text);
    return key !== '' && !titlesBelow.has(key) && matchTitle(text, shape).length === 0;
  });
}

function areTitlesBelow(row: WorksheetRow): boolean {
  const keys = row.cells.flatMap((cell) => (textOf(cell) === '' ? [] : [titleKey(textOf(cell))]));
  return keys.length > 0 && keys.every((key) => titlesBelow.has(key));
}

function titlesOf(grid: Grid, rows: readonly WorksheetRow[]): Title[] {
  const lines = rows.map((row, at) => ({ row, over: titlesOver(grid, rows, at) }));
  return Array.from({ length: grid.width }, (_, index) => index).flatMap((index) => {
    const parts: string[] = [];
    let group = `${index}`;
    for (const { row, over } of lines) {
      const { text, from } = over[index] ?? none;
      if (text === '' || parts.at(-1) === text) continue;
      parts.push(text);
      if (from !== index) group = `${row.line}.${from}`;
      else if (isGroup(grid, row, over, index)) group = `${row.line}.${index}`;
    }
    const text = parts.join(' ');
    return text === '' ? [] : [{ index, text, last: parts.at(-1) ?? '', group }];
  });
}

/** What stands over a column, and the column that it stands in itself. */
interface TitleOver {
  readonly text: string;
  readonly from: number;
}

const none: TitleOver = { text: '', from: -1 };

/** A title that stands over other columns, too. */
function isGroup(grid: Grid, row: WorksheetRow, over: readonly TitleOver[], index: number): boolean {
  const merge = grid.mergeAt(row.line, index);
  if (merge !== undefined) return merge.right > merge.left;
  return over[index + 1]?.from === index;
}

/** What stands over each column on a line of the heading, its own or that of a merged or unmerged group. */
function titlesOver(grid: Grid, rows: readonly WorksheetRow[], at: number): TitleOver[] {
  const row = rows[at];
  const below = rows[at + 1];
  // Without merges, as in CSV: a title stands over the empty cells right of it that have a title below.
  let reaching = none;
  return Array.from({ length: grid.width }, (_, index): TitleOver => {
    const text = textOf(row?.cells[index]);
    if (textOf(below?.cells[index]) === '') reaching = none;
    else if (text !== '') reaching = { text, from: index };
    if (text !== '') return { text, from: index };
    const merge = row === undefined ? undefined : grid.mergeAt(row.line, index);
    if (merge === undefined) return reaching;
    const first = rows.find(({ line }) => line === merge.top);
    return { text: textOf(first?.cells[merge.left]), from: merge.left };
  });
}
