import { csvRows, excelCsvRows } from './csv.ts';
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
  /** Whether an import reads it again: nothing stands above its titles then. */
  readonly comesBack?: boolean;
}

/** What a workbook says of itself above its table. */
export interface TableHeading {
  readonly title: string;
  readonly committee?: string | null;
  /** Of the conference, or on which it was made; ISO. */
  readonly day?: string;
}

/** A workbook; CSV for programs, with commas and points; CSV as a spreadsheet under Vietnamese settings opens it. */
export const tableFormats = ['xlsx', 'csv', 'excel-csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** The table as CSV; what a spreadsheet would run as a formula is made text. */
export function tableCsv({ rows }: FileTable, format: Exclude<TableFormat, 'xlsx'> = 'csv'): Uint8Array {
  return new TextEncoder().encode(format === 'csv' ? csvRows(rows) : excelCsvRows(rows));
}
