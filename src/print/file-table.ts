import { csvRows } from './csv.ts';
import type { TableCell } from './table-cell.ts';

/** A table that becomes a file: a worksheet of a workbook, or CSV. */
export interface FileTable {
  /** Of the worksheet. */
  readonly name: string;
  readonly rows: readonly (readonly TableCell[])[];
  /** Whether titles stand in the first row, as where left out, or each row begins with its own. */
  readonly titles?: 'above' | 'beside';
  /** Of the columns, in characters; some that suit a list of people when left out. */
  readonly widths?: readonly number[];
  /** Whether long texts go on in further lines of their cells. */
  readonly wraps?: boolean;
}

export const tableFormats = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** The table as CSV; what a spreadsheet would run as a formula is made text. */
export function tableCsv({ rows }: FileTable): Uint8Array {
  return new TextEncoder().encode(csvRows(rows));
}
