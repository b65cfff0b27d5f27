import writeExcelFile from 'write-excel-file/node';
import type { ResultsCell } from '../../print/results-table.ts';

interface CellStyle {
  readonly wrap?: boolean;
  readonly fontWeight?: 'bold';
}

/** A cell with its type written out: text stays text, whatever it begins with, so no cell is ever a formula. */
export function typed(cell: ResultsCell, style: CellStyle = {}) {
  if (cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number, ...style };
  if (typeof cell === 'string') return { value: cell, type: String, ...style };
  return { value: Number(cell.percent), type: Number, format: '0.00', ...style };
}

/** A table as a sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  /** Titles first. */
  readonly rows: readonly (readonly ResultsCell[])[];
  /** Of the columns, in characters; some that suit a list of people when left out. */
  readonly widths?: readonly number[];
}

const usualWidths = [24, 36, 16, 24];

/** Tables as the sheets of one workbook, titles in bold. */
export function tablesXlsx(tables: readonly Sheet[]): Promise<Uint8Array> {
  return writeExcelFile(
    tables.map(({ name, rows: [titles = [], ...rows], widths = usualWidths }) => ({
      data: [
        titles.map((title) => typed(title, { fontWeight: 'bold' })),
        ...rows.map((row) => row.map((cell) => typed(cell))),
      ],
      sheet: name,
      columns: titles.map((_, index) => ({ width: widths[index] ?? 16 })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}
