import { Unreadable } from './unreadable.ts';

/** What a sheet has room for. */
const mostRows = 1_048_576;
const mostColumns = 16_384;

/** A row's number as it is written, from 1. */
export function rowNumber(text: string): number {
  const row = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (row < 1 || row > mostRows) throw new Unreadable('not-a-spreadsheet');
  return row;
}

export interface CellReference {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
}

const reference = /^\$?([a-z]{1,3})\$?(\d{1,7})$/i;

/** `B12` as row 12 and column 1. */
export function cellReference(text: string): CellReference {
  const [, letters = '', digits = ''] = reference.exec(text) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  if (column > mostColumns) throw new Unreadable('not-a-spreadsheet');
  return { row: rowNumber(digits), column: column - 1 };
}

/** A column's number from 1, brought within the sheet. */
export function columnNumber(text: string | undefined): number {
  const column = Number(text);
  return Number.isInteger(column) ? Math.min(Math.max(column, 1), mostColumns) : 1;
}
