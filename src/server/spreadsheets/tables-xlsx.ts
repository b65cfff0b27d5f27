import writeExcelFile from 'write-excel-file/node';
import type { FileTable } from '../../print/file-table.ts';
import type { TableCell } from '../../print/table-cell.ts';

interface CellStyle {
  readonly wrap?: boolean;
  readonly fontWeight?: 'bold';
}

/** A cell with its type written out: text stays text, whatever it begins with, so no cell is ever a formula. */
export function typed(cell: TableCell, style: CellStyle = {}) {
  if (cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number, ...style };
  if (typeof cell === 'string') return { value: cell, type: String, ...style };
  return { value: Number(cell.percent), type: Number, format: '0.00', ...style };
}

const usualWidths = [24, 36, 16, 24];

/** Tables as the worksheets of one workbook, titles in bold. */
export function tablesXlsx(tables: readonly FileTable[]): Promise<Uint8Array> {
  return writeExcelFile(tables.map(worksheetOf)).toBuffer();
}

function worksheetOf({ name, rows, titles = 'above', widths = usualWidths, wraps = false }: FileTable) {
  const isTitle = (row: number, column: number) => (titles === 'above' ? row : column) === 0;
  return {
    data: rows.map((cells, row) =>
      cells.map((cell, column) =>
        typed(cell, { ...(wraps && { wrap: true }), ...(isTitle(row, column) && { fontWeight: 'bold' }) }),
      ),
    ),
    sheet: name,
    columns: (rows[0] ?? []).map((_, index) => ({ width: widths[index] ?? 16 })),
    ...(titles === 'above' && { stickyRowsCount: 1 }),
  };
}
