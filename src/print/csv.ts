import { stringify } from 'csv-stringify/sync';
import type { TableCell } from './table-cell.ts';

/** Signs with which a spreadsheet begins a formula (OWASP, "CSV injection"), those of full width included. */
const sign = '[=+\\-@＝＋－＠]';
/** What programs pass over before they look for such a sign. */
const passed = String.raw`[\s\p{Cc}"']*`;
/** The same, up to the next separator only: so no character is looked at twice. */
const passedInCell = String.raw`(?:(?![\t\r\n])[\s\p{Cc}"'])*`;

/** Where a text would run as a formula: at its beginning. */
const atStart = new RegExp(`^(?=${passed}${sign}|'*[\\t\\r\\n])`, 'u');
/**
 * And where a program that splits at semicolons, tabs or line ends begins a new cell: quotes inside a line hold nothing
 * together for it.
 */
const afterSeparator = new RegExp(`[;\\t\\r\\n](?=${passedInCell}${sign})`, 'gu');

const startApostrophe = new RegExp(`^'(?=${passed}${sign}|'*[\\t\\r\\n])`, 'u');
const laterApostrophe = new RegExp(`([;\\t\\r\\n])'(?=${passedInCell}${sign})`, 'gu');

/** A text of which no part can run as a formula: each that would is made text by an apostrophe before it. */
function withApostrophes(text: string): string {
  return text.replace(afterSeparator, "$&'").replace(atStart, "'");
}

/** The text of a cell as `csvLines` wrote it. */
export function withoutApostrophes(cell: string): string {
  return cell.replace(startApostrophe, '').replace(laterApostrophe, '$1');
}

/** Rows as CSV (RFC 4180): a byte-order mark first, or spreadsheets read Vietnamese wrongly. */
export function csvRows(rows: readonly (readonly TableCell[])[]): string {
  return `\uFEFF${csvLines(rows)}`;
}

/** Further rows of a file that begins with `csvRows`: cells are quoted where needed, and none can run as a formula. */
export function csvLines(rows: readonly (readonly TableCell[])[]): string {
  return stringify(
    rows.map((row) => row.map(cellText)),
    { record_delimiter: 'windows', quoted_match: quoted },
  );
}

/** Where programs that split at other signs than commas would, and spaces that some cut off. */
const quoted = /[;\r\n\t']|^\s|\s$/;

function cellText(cell: TableCell): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return withApostrophes(cell);
  return 'day' in cell ? cell.day : cell.percent;
}

/**
 * The same as a spreadsheet under Vietnamese settings opens it by a double click: parted by semicolons, with a comma
 * before decimals and days as `30/11/2026`.
 */
export function excelCsvRows(rows: readonly (readonly TableCell[])[]): string {
  const lines = stringify(
    rows.map((row) => row.map(excelCellText)),
    { record_delimiter: 'windows', delimiter: ';', quoted_match: quoted },
  );
  return `\uFEFF${lines}`;
}

function excelCellText(cell: TableCell): string {
  if (typeof cell === 'string') return withApostrophes(cell);
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return 'day' in cell ? cell.day.split('-').reverse().join('/') : cell.percent.replace('.', ',');
}
