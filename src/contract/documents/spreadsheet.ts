import * as z from 'zod/mini';
import { bytes } from '../operation.ts';

/** Media type of an .xlsx workbook. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Media type of a table as comma-separated values. */
export const csvType = 'text/csv; charset=utf-8';

/** As what a table is taken away: a workbook, or its first table as CSV, for programs or as a Vietnamese Excel reads it. */
export const tableFormat = z._default(z.enum(['xlsx', 'csv', 'excel-csv']), 'xlsx');
export const tableFile = bytes([xlsxType, csvType]);

/** As what a spreadsheet is sent; a browser that does not know the ending sends the last. */
export const spreadsheetTypes = [xlsxType, 'text/csv', 'application/octet-stream'] as const;

/** Why a file that is sent as a spreadsheet cannot be read, whatever it is to hold. */
export const spreadsheetRefusals = [
  'empty-file',
  'too-many-rows',
  'too-many-columns',
  'old-excel',
  'encrypted-workbook',
  'binary-workbook',
  'open-document',
  'spreadsheet-xml',
  'web-page',
  'word-document',
  'presentation',
  'pdf-file',
  'picture',
  'windows-1258',
  'not-a-spreadsheet',
  'unknown-encoding',
  'unbalanced-quotes',
] as const;
