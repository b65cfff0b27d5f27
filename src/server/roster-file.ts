import type { Cell, Worksheet } from '../domain/lists/worksheet.ts';
import type { Sheet } from '../domain/province-file.ts';
import type { RosterCell, RosterRow } from '../domain/roster-columns.ts';
import type { SpreadsheetLimits } from './spreadsheets/limits.ts';
import { readSpreadsheet as readWorksheets } from './spreadsheets/read-spreadsheet.ts';
import type { SpreadsheetRefusal } from './spreadsheets/unreadable.ts';

export const rosterFileLimits: SpreadsheetLimits = {
  bytes: 5_000_000,
  unpackedBytes: 60_000_000,
  rows: 20_000,
  columns: 200,
  cells: 400_000,
  characters: 10_000_000,
};

export type RosterFileRefusal = SpreadsheetRefusal;

export type RosterFile = { ok: true; rows: RosterRow[] } | { ok: false; refusal: RosterFileRefusal };
export type Spreadsheet = { ok: true; sheets: Sheet[] } | { ok: false; refusal: RosterFileRefusal };

/** Reads the first sheet of a workbook that is shown, or a CSV file, into rows with the line numbers that people see. */
export async function readRosterFile(bytes: Uint8Array): Promise<RosterFile> {
  const read = await readSpreadsheet(bytes, rosterFileLimits);
  return read.ok ? { ok: true, rows: [...(read.sheets[0]?.rows ?? [])] } : read;
}

/** Reads the sheets that are shown. Unpacking can take seconds: call it in a worker. */
export async function readSpreadsheet(bytes: Uint8Array, limits: SpreadsheetLimits): Promise<Spreadsheet> {
  const read = await readWorksheets(bytes, limits);
  return read.ok ? { ok: true, sheets: read.worksheets.filter(({ isHidden }) => !isHidden).map(sheetOf) } : read;
}

function sheetOf({ name, rows }: Worksheet): Sheet {
  return { name, rows: rows.map(({ line, cells }) => ({ line, cells: cells.map(rosterCell) })) };
}

function rosterCell(cell: Cell | null): RosterCell {
  if (cell === null) return null;
  if (cell.kind === 'date') return new Date(`${cell.day}T00:00:00Z`);
  if (cell.kind === 'percent') return cell.value;
  if (cell.kind === 'number') return cell.day === undefined ? cell.value : new Date(`${cell.day}T00:00:00Z`);
  return cell.kind === 'boolean' ? cell.value : cell.shown;
}
