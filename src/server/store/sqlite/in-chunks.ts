/** SQLite takes 32,766 values in one statement. */
const rowsAtOnce = 1000;

/** Runs a statement over many rows, so many at once, and joins what it yields. */
export function inChunks<Row, Result>(
  rows: readonly Row[],
  run: (some: readonly Row[]) => readonly Result[],
): Result[] {
  const results: Result[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) results.push(...run(rows.slice(from, from + rowsAtOnce)));
  return results;
}
