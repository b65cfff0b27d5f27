import writeExcelFile from 'write-excel-file/node';
import type { ProvinceTable, TableCell } from '../domain/province-table.ts';

/** A cell with its type written out: text stays text, whatever it begins with, so no cell is ever a formula. */
function typed(cell: TableCell) {
  if (cell === '') return null;
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String };
}

interface Sheet extends ProvinceTable {
  /** Of the columns, in characters; some that suit a list of people when left out. */
  readonly widths?: readonly number[];
}

const usualWidths = [24, 36, 16, 24];

/** Tables as the sheets of one workbook, titles in bold. */
export function tablesXlsx(tables: readonly Sheet[]): Promise<Uint8Array> {
  return writeExcelFile(
    tables.map(({ name, rows: [titles = [], ...rows], widths = usualWidths }) => ({
      data: [
        titles.map((title) => ({ value: String(title), type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(typed)),
      ],
      sheet: name,
      columns: titles.map((_, index) => ({ width: widths[index] ?? 16 })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}
