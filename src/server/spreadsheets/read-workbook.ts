import type { Worksheet } from '../../domain/lists/worksheet.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { readNumberFormats } from './number-formats.ts';
import { readWorksheet } from './read-workbook-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type SpreadsheetRefusal, Unreadable } from './unreadable.ts';
import { ValueBudget } from './value-budget.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import { openZip, type ZipParts } from './zip-parts.ts';

/** Reads the sheets of an .xlsx workbook (ECMA-376), transitional or strict. */
export async function readWorkbook(bytes: Uint8Array, limits: SpreadsheetLimits): Promise<Worksheet[]> {
  const zip = await openZip(bytes, limits.unpackedBytes);
  const other = kindInPackage(zip);
  if (other !== undefined) throw new Unreadable(other);
  const workbook = await readWorkbookParts(zip);
  const context = {
    formats: await readNumberFormats(zip, workbook.styles, workbook.is1904),
    strings: await readSharedStrings(zip, workbook.sharedStrings, limits.cells),
    isUncomputed: workbook.isUncomputed,
  };
  const budget = new ValueBudget(limits);
  const worksheets: Worksheet[] = [];
  for (const worksheet of workbook.worksheets) {
    const pieces = zip.read(worksheet.path);
    if (pieces === undefined) throw new Unreadable('not-a-spreadsheet');
    worksheets.push(await readWorksheet(pieces, worksheet, context, budget));
  }
  await zip.proveRest();
  return worksheets;
}

/** What else comes as a ZIP file with parts, told by the names of those. */
function kindInPackage(zip: ZipParts): SpreadsheetRefusal | undefined {
  const names = [...zip.names()];
  if (names.some((name) => name.endsWith('/workbook.bin'))) return 'binary-workbook';
  if (zip.has('word/document.xml')) return 'word-document';
  if (zip.has('ppt/presentation.xml')) return 'presentation';
  return zip.has('META-INF/manifest.xml') && zip.has('content.xml') ? 'open-document' : undefined;
}
