import type { Worksheet } from '../../domain/lists/worksheet.ts';
import { kindOf } from './file-kind.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { type Fit, readDelimited } from './read-delimited.ts';
import { readWorkbook } from './read-workbook.ts';
import { type SpreadsheetRefusal, Unreadable } from './unreadable.ts';

export type Spreadsheet =
  | { readonly ok: true; readonly worksheets: readonly Worksheet[] }
  | { readonly ok: false; readonly refusal: SpreadsheetRefusal };

/**
 * Reads the sheets of a workbook, or a CSV file as one without a name. What a file is is decided by its bytes: names
 * and content types are often wrong. Unpacking can take seconds: call it in a worker.
 *
 * @param fits tells how well rows look like the list that is expected, to find the delimiter of a CSV file
 */
export async function readSpreadsheet(bytes: Uint8Array, limits: SpreadsheetLimits, fits?: Fit): Promise<Spreadsheet> {
  try {
    return { ok: true, worksheets: await readWorksheets(bytes, limits, fits) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function readWorksheets(bytes: Uint8Array, limits: SpreadsheetLimits, fits?: Fit): Promise<Worksheet[]> {
  if (bytes.length === 0) throw new Unreadable('empty-file');
  if (bytes.length > limits.bytes) throw new Unreadable('too-large');
  const kind = kindOf(bytes);
  if (kind === 'package') return readWorkbook(bytes, limits);
  if (kind !== 'text') throw new Unreadable(kind);
  return [readDelimited(bytes, limits, fits)];
}
