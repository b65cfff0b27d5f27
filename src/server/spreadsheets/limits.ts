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
