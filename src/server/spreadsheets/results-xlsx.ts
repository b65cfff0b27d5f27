import writeExcelFile from 'write-excel-file/node';
import { type ResultsCell, type ResultsTable, resultsRows, resultsSummary } from '../../print/results-table.ts';
import { typed } from './spreadsheet-xlsx.ts';

const wrapped = (cell: ResultsCell) => typed(cell, { wrap: true });
const bold = (cell: ResultsCell) => typed(cell, { wrap: true, fontWeight: 'bold' });

const sheetNames = { vi: ['Kết quả', 'Thông tin chung'], en: ['Result', 'General'] } as const;

/** The result as a workbook: one sheet with a row per subject, one with what holds for the whole vote. */
export const resultsXlsx = async (table: ResultsTable): Promise<Uint8Array> => {
  const [titles = [], ...rows] = resultsRows(table);
  const [result, general] = sheetNames[table.language];
  return writeExcelFile([
    {
      data: [titles.map(bold), ...rows.map((row) => row.map(wrapped))],
      sheet: result,
      columns: titles.map((_, index) => ({ width: [6, 28, 44][index] ?? 14 })),
      stickyRowsCount: 1,
    },
    {
      data: resultsSummary(table).map(([title, value]) => [bold(title), wrapped(value)]),
      sheet: general,
      columns: [{ width: 32 }, { width: 70 }],
    },
  ]).toBuffer();
};
