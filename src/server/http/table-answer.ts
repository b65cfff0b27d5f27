import { fileName } from '../../contract/documents/file-name.ts';
import { csvType, xlsxType } from '../../contract/documents/spreadsheet.ts';
import { type FileTable, type TableFormat, type TableHeading, tableCsv } from '../../print/file-table.ts';
import type { Deps } from '../deps.ts';
import { attachment } from './attachment.ts';

const types: Readonly<Record<TableFormat, string>> = { xlsx: xlsxType, csv: csvType, 'excel-csv': csvType };

/** Of a table's file; its ending is its format's. */
type TableName = Omit<Parameters<typeof fileName>[0], 'ending'>;

/** What stands above a table is what its file is called. */
export function headingOf({ kind, language = 'vi', about, committee = null, day }: TableName): TableHeading {
  const title = about === undefined ? kind[language] : `${kind[language]} ${about}`;
  return { title, committee, ...(day !== undefined && { day }) };
}

/** A table's file as an answer. */
export function tableAttachment(bytes: Uint8Array, format: TableFormat, name: TableName) {
  const { headers, ...answer } = attachment(bytes, fileName({ ...name, ending: format === 'xlsx' ? 'xlsx' : 'csv' }));
  return { ...answer, headers: { ...headers, 'content-type': types[format] } };
}

/** Answers with tables: all of them as worksheets of one workbook, or the first as CSV. */
export async function tableAnswer(
  { pool }: Pick<Deps, 'pool'>,
  [first, ...others]: readonly [FileTable, ...FileTable[]],
  format: TableFormat,
  name: TableName,
) {
  const bytes =
    format === 'xlsx'
      ? await pool.run('writeWorkbook', { tables: [first, ...others], heading: headingOf(name) })
      : tableCsv(first, format);
  return tableAttachment(bytes, format, name);
}
