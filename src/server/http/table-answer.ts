import { fileName } from '../../contract/documents/file-name.ts';
import { csvType, xlsxType } from '../../contract/documents/spreadsheet.ts';
import { type FileTable, type TableFormat, tableCsv } from '../../print/file-table.ts';
import type { Deps } from '../deps.ts';
import { attachment } from './attachment.ts';

const types: Readonly<Record<TableFormat, string>> = { xlsx: xlsxType, csv: csvType };

/** Of a table's file; its ending is its format's. */
type TableName = Omit<Parameters<typeof fileName>[0], 'ending'>;

/** A table's file as an answer. */
export function tableAttachment(bytes: Uint8Array, format: TableFormat, name: TableName) {
  const { headers, ...answer } = attachment(bytes, fileName({ ...name, ending: format }));
  return { ...answer, headers: { ...headers, 'content-type': types[format] } };
}

/** Answers with tables: all of them as worksheets of one workbook, or the first as CSV. */
export async function tableAnswer(
  { pool }: Pick<Deps, 'pool'>,
  [first, ...others]: readonly [FileTable, ...FileTable[]],
  format: TableFormat,
  name: TableName,
) {
  const bytes = format === 'csv' ? tableCsv(first) : await pool.run('writeWorkbook', { tables: [first, ...others] });
  return tableAttachment(bytes, format, name);
}
