import { type ResultsCell, type ResultsTable, resultsRows } from './results-table.ts';

/** A text that a spreadsheet would run as a formula (OWASP, "CSV injection"), full-width signs included. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A cell of a CSV file: quoted where needed, and a would-be formula made text by a leading apostrophe. */
export const csvCell = (cell: ResultsCell): string => {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell !== 'string') return cell.percent;
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n\t']/.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The result as CSV (RFC 4180, UTF-8): a byte-order mark first, or spreadsheets read Vietnamese wrongly. */
export const resultsCsv = (table: ResultsTable): string =>
  `\uFEFF${resultsRows(table)
    .map((row) => `${row.map(csvCell).join(',')}\r\n`)
    .join('')}`;
