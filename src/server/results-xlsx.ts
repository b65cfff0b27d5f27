import writeExcelFile from 'write-excel-file/node';
import { type ResultsCell, type ResultsTable, resultsRows, resultsSummary } from '../print/results-table.ts';

/** A cell with its type written out: text stays text, whatever it begins with. */
const typed = (cell: ResultsCell, fontWeight?: 'bold') => {
  const style = fontWeight === undefined ? {} : { fontWeight };
  if (typeof cell === 'number') return { value: cell, type: Number, ...style };
  if (typeof cell === 'string') return { value: cell, type: String, wrap: true, ...style };
  return { value: Number(cell.percent), type: Number, format: '0.00', ...style };
};

const sheetNames = { vi: ['Kết quả', 'Thông tin chung'], en: ['Result', 'General'] } as const;

/** The result as a workbook: one sheet with a row per subject, one with what holds for the whole vote. */
export const resultsXlsx = async (table: ResultsTable): Promise<Uint8Array> => {
  const [titles = [], ...rows] = resultsRows(table);
  const [result, general] = sheetNames[table.language];
  return writeExcelFile([
    {
      data: [titles.map((cell) => typed(cell, 'bold')), ...rows.map((row) => row.map((cell) => typed(cell)))],
      sheet: result,
      columns: titles.map((_, index) => ({ width: [6, 28, 44][index] ?? 14 })),
      stickyRowsCount: 1,
    },
    {
      data: resultsSummary(table).map(([title, value]) => [typed(title, 'bold'), typed(value)]),
      sheet: general,
      columns: [{ width: 32 }, { width: 70 }],
    },
  ]).toBuffer();
};
