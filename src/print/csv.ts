/** A text that a spreadsheet would run as a formula (OWASP, "CSV injection"), full-width signs included. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Text, a number, or a percentage with two decimals and a point. */
type Cell = string | number | { readonly percent: string };

/** A cell of a CSV file: quoted where needed, and a would-be formula made text by a leading apostrophe. */
export function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return cell.percent;
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n\t']/.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180): a byte-order mark first, or spreadsheets read Vietnamese wrongly. */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${csvLines(rows)}`;
}

/** Further rows of a file that begins with `csvRows`. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
