/** How much a spreadsheet may hold. Rows, columns and cells count where they hold a value: formats alone are free. */
export interface SpreadsheetLimits {
  /** Bytes of the file itself. */
  readonly bytes: number;
  /** Bytes of everything that is packed in a workbook. */
  readonly unpackedBytes: number;
  /** In all sheets together. */
  readonly rows: number;
  /** From the first to the last that holds a value. */
  readonly columns: number;
  /** In all sheets together. */
  readonly cells: number;
  /** What all cells show together, in UTF-16 units. */
  readonly characters: number;
}

/** One committee's list, or a few of them. */
export const listFileLimits: SpreadsheetLimits = {
  bytes: 5_000_000,
  unpackedBytes: 60_000_000,
  rows: 20_000,
  columns: 200,
  cells: 400_000,
  characters: 10_000_000,
};

/** A province has about 1,700 committees and 50,000 seats; ten times as many rows is another mistake. */
export const provinceFileLimits: SpreadsheetLimits = {
  bytes: 20_000_000,
  unpackedBytes: 150_000_000,
  rows: 100_000,
  columns: 50,
  cells: 2_000_000,
  characters: 60_000_000,
};
