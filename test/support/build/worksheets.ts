import type { Cell, Worksheet } from '../../../src/domain/lists/worksheet.ts';
import type { SpreadsheetLimits } from '../../../src/server/spreadsheets/limits.ts';
import { readSpreadsheet } from '../../../src/server/spreadsheets/read-spreadsheet.ts';

export const smallLimits: SpreadsheetLimits = {
  bytes: 5_000_000,
  unpackedBytes: 60_000_000,
  rows: 20_000,
  columns: 200,
  cells: 400_000,
  characters: 10_000_000,
};

export async function worksheetsOf(bytes: Uint8Array | string): Promise<readonly Worksheet[]> {
  const read = await readSpreadsheet(Buffer.from(bytes), smallLimits);
  if (!read.ok) throw new Error(read.refusal);
  return read.worksheets;
}

export async function refusalOf(bytes: Uint8Array | string): Promise<string> {
  const read = await readSpreadsheet(Buffer.from(bytes), smallLimits);
  return read.ok ? 'read' : read.refusal;
}

/** What the cells of a file's first sheet show, blank where nothing is, by their lines. */
export async function shownIn(bytes: Uint8Array | string): Promise<[number, ...string[]][]> {
  const [first] = await worksheetsOf(bytes);
  return (first?.rows ?? []).map(({ line, cells }) => [line, ...cells.map((cell) => cell?.shown ?? '')]);
}

/** The cells of the first row of the first sheet. */
export async function firstCells(bytes: Uint8Array | string): Promise<readonly (Cell | null)[]> {
  const [first] = await worksheetsOf(bytes);
  return first?.rows[0]?.cells ?? [];
}

/** The values of a sheet of a workbook that we wrote, line by line; null where nothing is. */
export async function valuesIn(bytes: Uint8Array, sheet = 1): Promise<(string | number | boolean | null)[][]> {
  const worksheets = await worksheetsOf(bytes);
  const value = (cell: Cell | null) => (cell === null ? null : 'value' in cell ? cell.value : cell.shown);
  return (worksheets[sheet - 1]?.rows ?? []).map(({ cells }) => cells.map(value));
}
