import { CsvError, parse } from 'csv-parse/sync';
import type { Cell, Worksheet, WorksheetRow } from '../../domain/lists/worksheet.ts';
import { withoutApostrophes } from '../../print/csv.ts';
import { textCell } from './cell-text.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { decodeText } from './text-encoding.ts';
import { Unreadable } from './unreadable.ts';
import { ValueBudget } from './value-budget.ts';

/** How well rows look like a list that somebody expects: 0 for not at all. */
export type Fit = (rows: readonly WorksheetRow[]) => number;

interface ParsedRecord {
  readonly record: string[];
  readonly raw: string;
}

/** Commas last: they stand within positions, too. */
const delimiters = ['\t', ';', '|', ','];
/** Titles may stand above a heading. */
const sampledRows = 60;
/** A quotation mark that is closed far below is another one: no record of a list runs over as many lines. */
const mostLinesOfRecord = 50;
const longestRecord = 4_000_000;
/** Empty ones between delimiters, for each that may hold something. */
const mostFieldsForEach = 4;

/** Reads CSV, or what was pasted, as a worksheet without a name. */
export function readDelimited(bytes: Uint8Array, limits: SpreadsheetLimits, fits: Fit | undefined): Worksheet {
  const text = decodeText(bytes);
  if (text.includes('\0')) throw new Unreadable('not-a-spreadsheet');
  if (text.trim() === '') throw new Unreadable('empty-file');
  const said = /^\ufeff?"?sep=(.)"?\r?\n/i.exec(text);
  const table = said === null ? text : text.slice(said[0].length);
  const firstLine = said === null ? 1 : 2;
  const delimiter = said?.[1] ?? bestDelimiter(table, fits, limits.columns);
  return {
    name: '',
    isHidden: false,
    merges: [],
    hiddenColumns: [],
    rows: readRows(table, delimiter, limits, firstLine),
  };
}

function readRows(text: string, delimiter: string, limits: SpreadsheetLimits, firstLine: number): WorksheetRow[] {
  const budget = new ValueBudget(limits);
  const rows: WorksheetRow[] = [];
  let fields = 0;
  let line = firstLine;
  let columns = 0;
  parseRecords(text, delimiter, ({ record, raw }) => {
    fields += record.length;
    if (fields > mostFieldsForEach * limits.cells) throw new Unreadable('too-large');
    const cells = record.map((value) => textCell(withoutApostrophes(value)));
    for (const [column, cell] of cells.entries()) if (cell !== null) budget.takeCell(cell, column);
    if (cells.some((cell) => cell !== null)) {
      budget.takeRow();
      rows.push({ line, isHidden: false, cells: withoutEmptyEnd(cells) });
    }
    // A quoted cell may run over several lines: what stands before a record tells its line.
    const breaks = lineBreaks(raw);
    if (breaks > mostLinesOfRecord) throw new Unreadable('unbalanced-quotes');
    if (breaks > 0 && holdsRecords(record, raw, delimiter, [record.length, columns])) {
      throw new Unreadable('unbalanced-quotes');
    }
    columns = record.length;
    line += breaks;
  });
  return rows;
}

const lineBreak = /\r\n|\r|\n/;

/**
 * Whether a quotation mark that is closed on a later line has taken lines of the list into a cell: one of the cell's own
 * lines, or each of those that the record runs over, is divided as often as the list's lines are.
 *
 * @param widths how many cells such a line may have
 */
function holdsRecords(record: readonly string[], raw: string, delimiter: string, widths: readonly number[]): boolean {
  const isRecord = (line: string) => {
    const cells = 1 + divisions(line, delimiter);
    // One at the end of a line may part two positions, each on a line of its own.
    return widths.includes(cells) && (cells > 2 || (cells === 2 && !line.endsWith(delimiter)));
  };
  const lines = raw.replace(/(?<![\r\n])[\r\n]+$/, '').split(lineBreak);
  if (lines.length > 1 && lines.every(isRecord)) return true;
  return record.some((cell) => lineBreak.test(cell) && cell.split(lineBreak).slice(1).some(isRecord));
}

/** A comma before a blank is one of a sentence: "Bí thư, Chủ tịch". */
function divisions(line: string, delimiter: string): number {
  return line.split(delimiter).filter((part, at) => at > 0 && !part.startsWith(' ')).length;
}

function lineBreaks(raw: string): number {
  return raw.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** Hands over each record as it is found, so that none is kept that is not wanted. */
function parseRecords(text: string, delimiter: string, take: (record: ParsedRecord) => void, to?: number): void {
  try {
    parse(text, {
      delimiter,
      bom: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: longestRecord,
      on_record: (record) => {
        take(record as unknown as ParsedRecord);
        return null;
      },
      ...(to === undefined ? {} : { to }),
    });
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable('unbalanced-quotes');
    throw error;
  }
}

function withoutEmptyEnd(cells: (Cell | null)[]): (Cell | null)[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}

/** The one under which the rows look most like the list that is expected, else most like a table. */
function bestDelimiter(text: string, fits: Fit | undefined, columns: number): string {
  const present = delimiters.filter((one) => text.includes(one));
  if (present.length < 2) return present[0] ?? ',';
  const tried = present.flatMap((one) => {
    const records = tryRecords(text, one);
    return records === undefined
      ? []
      : [{ one, fits: fits?.(sampleRows(records, columns)) ?? 0, regular: regularity(records) }];
  });
  const [best] = tried.sort((a, b) => b.fits - a.fits || b.regular - a.regular);
  if (best === undefined) throw new Unreadable('unbalanced-quotes');
  return best.one;
}

function tryRecords(text: string, delimiter: string): ParsedRecord[] | undefined {
  const records: ParsedRecord[] = [];
  try {
    parseRecords(text, delimiter, (record) => records.push(record), sampledRows);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
  return records;
}

/** Only columns that a list may have: under a delimiter that is none, a line may fall into any number. */
function sampleRows(records: readonly ParsedRecord[], columns: number): WorksheetRow[] {
  return records.map(({ record }, at) => ({
    line: at + 1,
    isHidden: false,
    cells: record.slice(0, columns).map(textCell),
  }));
}

/** How many records have as many columns as most do, where that is more than one. */
function regularity(records: readonly ParsedRecord[]): number {
  const counts = new Map<number, number>();
  for (const { record } of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  counts.delete(1);
  return Math.max(0, ...counts.values());
}
