import { cleanText } from '../roster/roster-line.ts';
import type { Cell, MergedCells, Worksheet, WorksheetRow } from './worksheet.ts';

/** The visible rows of a worksheet, with merged cells as people see them. */
export interface Grid {
  readonly worksheet: string;
  readonly rows: readonly WorksheetRow[];
  readonly hiddenLines: readonly number[];
  readonly hiddenColumns: ReadonlySet<number>;
  /** How many columns there are. */
  readonly width: number;
  /** The cells that this one is shown as one with; its own place is anywhere in it. */
  mergeAt(line: number, column: number): MergedCells | undefined;
  /** What the cell holds itself. */
  own(row: WorksheetRow, column: number): Cell | null;
  /** What the cell shows where it is merged with cells above it, otherwise what it holds itself. */
  shown(row: WorksheetRow, column: number): Cell | null;
}

export function gridOf({ name, rows, merges, hiddenColumns }: Worksheet): Grid {
  const mergesByLine = indexMerges(merges, rows);
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const visible = rows.filter((row) => !row.isHidden && row.cells.some((cell) => !isBlank(cell)));
  const mergeAt = (line: number, column: number) =>
    mergesByLine.get(line)?.find(({ left, right }) => left <= column && column <= right);
  const own = (row: WorksheetRow, column: number) => {
    const cell = row.cells[column] ?? null;
    return isBlank(cell) ? null : cell;
  };
  return {
    worksheet: name,
    rows: visible,
    hiddenLines: rows.filter((row) => row.isHidden && row.cells.some((cell) => !isBlank(cell))).map(({ line }) => line),
    hiddenColumns: new Set(hiddenColumns),
    width: visible.reduce((most, { cells }) => Math.max(most, cells.length), 0),
    mergeAt,
    own,
    shown: (row, column) => {
      const cell = own(row, column);
      if (cell !== null) return cell;
      const merge = mergeAt(row.line, column);
      if (merge === undefined || merge.top === row.line || merge.left !== column) return null;
      const first = byLine.get(merge.top);
      return first === undefined ? null : own(first, column);
    },
  };
}

/** The line of a row, by its index among the visible ones; 1 where nothing is there. */
export function lineOfRow({ rows }: Grid, index: number): number {
  return rows[index]?.line ?? 1;
}

/** By the lines that hold something: merges overlap nowhere, so that no line has more of them than columns. */
function indexMerges(
  merges: readonly MergedCells[],
  rows: readonly WorksheetRow[],
): ReadonlyMap<number, readonly MergedCells[]> {
  const byLine = new Map<number, MergedCells[]>();
  for (const merge of merges) {
    for (let at = firstFrom(rows, merge.top); at < rows.length; at++) {
      const line = rows[at]?.line ?? Number.POSITIVE_INFINITY;
      if (line > merge.bottom) break;
      const found = byLine.get(line);
      if (found === undefined) byLine.set(line, [merge]);
      else found.push(merge);
    }
  }
  return byLine;
}

/** Index of the first row on this line or below it. */
function firstFrom(rows: readonly WorksheetRow[], line: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isBlank(cell: Cell | null): boolean {
  if (cell === null) return true;
  return cell.kind === 'text' && textOf(cell) === '';
}

/** Something stands there, but what it is cannot be told: an error, or a formula that was never computed. */
export function isUnknown(cell: Cell | null): boolean {
  return cell?.kind === 'error' || cell?.kind === 'uncomputed';
}

/** Composed, in one line, without what cannot be seen; empty for null, and beyond the end of a row. */
export function textOf(cell: Cell | null | undefined): string {
  if (cell == null) return '';
  if (cell.shown.length <= longText) return cleanText(cell.shown);
  const known = longTexts.get(cell);
  if (known !== undefined) return known;
  const text = cleanText(cell.shown);
  longTexts.set(cell, text);
  return text;
}

/** Longer than anything that is read from a cell: looked at many times, so that it is made once. */
const longText = 250;
const longTexts = new WeakMap<Cell, string>();

/** As the spreadsheet program calls a column: A, B … Z, AA … */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
