/** Rows of a handful of columns that one statement takes; it holds 65,535 values at most. */
const most = 1000;

/** So many rows for each statement. */
export function rowsAtOnce<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, part) => rows.slice(part * most, (part + 1) * most));
}
