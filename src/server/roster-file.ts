import { parse } from 'csv-parse/sync';
import readSheets from 'read-excel-file/universal';
import type { spreadsheetRefusals } from '../contract/spreadsheet.ts';
import { findLegacyText } from '../domain/legacy-text.ts';
import type { Sheet } from '../domain/province-file.ts';
import type { RosterCell, RosterRow } from '../domain/roster-columns.ts';
import { checkWorkbook } from './workbook-guard.ts';

export interface SpreadsheetLimits {
  /** Bytes of the file itself. */
  readonly bytes: number;
  /** Bytes of everything that is packed in a workbook. */
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly columns: number;
}

export const rosterFileLimits: SpreadsheetLimits = {
  bytes: 5_000_000,
  unpackedBytes: 20_000_000,
  rows: 5_000,
  columns: 200,
};

export type RosterFileRefusal = 'too-large' | (typeof spreadsheetRefusals)[number];

export type RosterFile = { ok: true; rows: RosterRow[] } | { ok: false; refusal: RosterFileRefusal };
export type Spreadsheet = { ok: true; sheets: Sheet[] } | { ok: false; refusal: RosterFileRefusal };

/** Reads the first sheet of a workbook, or a CSV file, into rows with the line numbers that people see. */
export async function readRosterFile(bytes: Uint8Array): Promise<RosterFile> {
  const read = await readSpreadsheet(bytes, rosterFileLimits);
  return read.ok ? { ok: true, rows: [...(read.sheets[0]?.rows ?? [])] } : read;
}

/**
 * Reads the sheets of a workbook, or a CSV file as one without a name. What a file is is decided by its bytes: names
 * and content types are often wrong. Unpacking can take seconds: call it in a worker.
 */
export async function readSpreadsheet(bytes: Uint8Array, limits: SpreadsheetLimits): Promise<Spreadsheet> {
  if (bytes.length === 0) return refuse('empty-file');
  if (bytes.length > limits.bytes) return refuse('too-large');
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(bytes, limits);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse('old-excel');
  return readCsv(bytes, limits);
}

async function readWorkbook(bytes: Uint8Array, limits: SpreadsheetLimits): Promise<Spreadsheet> {
  const refusal = checkWorkbook(bytes, limits);
  if (refusal !== undefined) return refuse(refusal);
  let read: { sheet: string; data: unknown[][] }[];
  try {
    read = await readSheets(new Uint8Array(bytes).buffer);
  } catch {
    // The library throws many kinds of errors for files that are no workbooks.
    return refuse('not-a-spreadsheet');
  }
  const sheets = read.map(({ sheet: name, data }) => ({
    name,
    rows: data.map((cells, index) => ({ line: index + 1, cells: cells.map(cellOf) })),
  }));
  return { ok: true, sheets };
}

function cellOf(value: unknown): RosterCell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value instanceof Date ? value : null;
}

function readCsv(bytes: Uint8Array, limits: SpreadsheetLimits): Spreadsheet {
  const text = decodeText(bytes);
  if (text === undefined) return refuse('unknown-encoding');
  if (text.includes('\0')) return refuse('not-a-spreadsheet');
  if (text.trim() === '') return refuse('empty-file');
  let records: { record: string[]; raw: string }[];
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: limits.rows + 1,
    }) as unknown as typeof records;
  } catch {
    return refuse('unbalanced-quotes');
  }
  if (records.length > limits.rows) return refuse('too-many-rows');
  if (records.some(({ record }) => record.length > limits.columns)) return refuse('too-many-columns');
  return { ok: true, sheets: [{ name: '', rows: withLines(records) }] };
}

/** Our own CSV files make a would-be formula text by an apostrophe (print/results-csv.ts), which is no part of it. */
function withoutApostrophe(cell: string): string {
  return /^'\s*[=+\-@＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}

/** A quoted cell may run over several lines: a record's line is the one it begins on. */
function withLines(records: readonly { record: string[]; raw: string }[]): RosterRow[] {
  let line = 1;
  return records.map(({ record, raw }) => {
    const row = { line, cells: record.map(withoutApostrophe) };
    line += raw.match(/\r\n|\r|\n/g)?.length ?? 0;
    return row;
  });
}

/** UTF-8 and UTF-16 with their marks, UTF-16 without, plain UTF-8, or old fonts' codes, to be refused line by line. */
function decodeText(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return decode('utf-16le', bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return decode('utf-16be', bytes);
  const zeros = zerosAt(bytes);
  if (zeros.odd > 0.2 && zeros.even < 0.02) return decode('utf-16le', bytes);
  if (zeros.even > 0.2 && zeros.odd < 0.02) return decode('utf-16be', bytes);
  const text = decode('utf-8', bytes);
  if (text !== undefined) return text;
  const latin = decode('windows-1252', bytes);
  const isOldFont = latin?.split(/[\r\n,;\t]+/).some((part) => findLegacyText(part) !== undefined);
  return isOldFont === true ? latin : undefined;
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Share of zero bytes at even and at odd places of the beginning: what Latin letters look like in UTF-16. */
function zerosAt(bytes: Uint8Array): { even: number; odd: number } {
  const beginning = bytes.subarray(0, 4_000);
  const counts = [0, 0];
  for (const [index, byte] of beginning.entries()) if (byte === 0) counts[index % 2] = (counts[index % 2] ?? 0) + 1;
  const half = Math.max(1, beginning.length / 2);
  return { even: (counts[0] ?? 0) / half, odd: (counts[1] ?? 0) / half };
}

/** The separator that stands most often, outside quotation marks, in the first lines. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map((one) => ({ one, count: sample.split(one).length }));
  return counted.reduce((a, b) => (b.count > a.count ? b : a)).one;
}

function startsWith(bytes: Uint8Array, prefix: number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function refuse(refusal: RosterFileRefusal): { ok: false; refusal: RosterFileRefusal } {
  return { ok: false, refusal };
}
