import { describe, expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { refusals } from '../../../src/contract/refusals.ts';
import type { Worksheet } from '../../../src/domain/lists/worksheet.ts';
import type { ReadRoster } from '../../../src/domain/roster/roster.ts';
import { decodeTcvn3 } from '../../../src/domain/text/legacy-text.ts';
import { readListFile } from '../../../src/server/lists/read-list-file.ts';
import { listFileLimits } from '../../../src/server/spreadsheets/limits.ts';
import type { Spreadsheet } from '../../../src/server/spreadsheets/read-spreadsheet.ts';
import { aWorksheet } from '../../support/build/lists.ts';
import { aKnownRoster, csvText, readWorksheets, rosterHeader, twoHundredPeople } from '../../support/build/rosters.ts';
import { workbookParts, zipOf } from '../../support/build/zip.ts';

const table = [rosterHeader, ...twoHundredPeople()];

const read = (bytes: Uint8Array) => readListFile(bytes, 'roster');

function worksheetsOf(file: Spreadsheet): readonly Worksheet[] {
  if (!file.ok) throw new Error(file.refusal);
  return file.worksheets;
}

function rowsOf(file: Spreadsheet) {
  return worksheetsOf(file)[0]?.rows.map(({ line, cells }) => ({
    line,
    shown: cells.map((cell) => cell?.shown ?? null),
  }));
}

async function importOf(bytes: Uint8Array): Promise<ReadRoster> {
  return readWorksheets(worksheetsOf(await read(bytes)), aKnownRoster());
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const file = await read(bytes);
  return file.ok ? 'accepted' : file.refusal;
}

async function problemsOf(bytes: Uint8Array): Promise<string[]> {
  const read = await importOf(bytes);
  return read.ok ? [] : read.problems.map((problem) => `${problem.line} ${problem.column}: ${problem.code}`);
}

function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

async function xlsx(sheet: SheetData): Promise<Uint8Array> {
  return writeXlsxFile(sheet).toBuffer();
}

/** The table as an office types it: dates as dates, orders as numbers. */
function asSheet(rows: readonly (readonly string[])[]): SheetData {
  return rows.map((row, index) =>
    row.map((cell, column) => {
      if (index === 0 || cell === '') return cell === '' ? null : { value: cell };
      if (column === 3) return { value: Number(cell), type: Number };
      if (column === 4) return { value: new Date(Date.UTC(2025, 6, 1)), type: Date, format: 'dd/mm/yyyy' };
      return { value: cell };
    }),
  );
}

/** Whoever is in the file, whatever its worksheet is called. */
function peopleOf(roster: ReadRoster) {
  if (!roster.ok) throw new Error(roster.problems.map(({ code }) => code).join());
  return roster.seats.map(({ worksheet: _worksheet, ...seat }) => ({ ...seat, ...roster.people[seat.person] }));
}

describe('200 people with namesakes come out the same from', () => {
  const expected = peopleOf(readWorksheets([aWorksheet(table)], aKnownRoster()));

  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['CSV in UTF-8 with commas', () => Buffer.from(csvText(table, ','))],
    ['CSV in UTF-8 with a mark and semicolons', () => Buffer.from(`\ufeff${csvText(table, ';')}`)],
    ['CSV with line feeds only', () => Buffer.from(csvText(table, ',').replaceAll('\r', ''))],
    ['decomposed CSV', () => Buffer.from(csvText(table, ';').normalize('NFD'))],
    ['UTF-16 with tabs, as spreadsheets save "Unicode text"', () => utf16(csvText(table, '\t'), 'le')],
    ['UTF-16, big end first', () => utf16(csvText(table, ','), 'be')],
    ['UTF-16 without its mark', () => utf16(csvText(table, ';'), 'le', false)],
    ['UTF-16 without its mark, big end first', () => utf16(csvText(table, ';'), 'be', false)],
    ['a workbook with dates and numbers', () => xlsx(asSheet(table))],
    ['a decomposed workbook', () => xlsx(asSheet(table.map((row) => row.map((cell) => cell.normalize('NFD')))))],
  ])('%s', async (_, bytes) => {
    const found = peopleOf(await importOf(await bytes()));
    expect(found).toEqual(expected);
    expect(found).toHaveLength(200);
  });
});

describe('line numbers are those that people see', () => {
  const [header, first, second] = table as [string[], string[], string[]];
  const bad = [...second.slice(0, 4), '31/02/2025'];

  test('after empty lines, and after a cell of two lines', async () => {
    const twoLines = first.map((cell, column) => (column === 2 ? `Bí thư\r\nChủ tịch` : cell));
    const csv = csvText([header, [], twoLines, [], bad], ';');
    expect(await problemsOf(Buffer.from(csv))).toEqual(['6 Từ ngày: bad-date']);
    expect(await problemsOf(Buffer.from(csv.replaceAll('\r', '')))).toEqual(['6 Từ ngày: bad-date']);
  });

  test('in a workbook with empty rows', async () => {
    const sheet = await xlsx([[null], ...asSheet([header, first]), [null], bad.map((value) => ({ value }))]);
    expect(await problemsOf(sheet)).toEqual(['5 Từ ngày: bad-date']);
  });
});

test('a file with a wrong date, an unknown committee and old codes lists every bad line', async () => {
  const rows = table.slice(0, 40).map((row) => [...row]);
  const change = (line: number, column: number, text: string) => {
    const row = rows[line - 1];
    if (row) row[column] = text;
  };
  change(5, 4, '30/02/2025');
  change(9, 0, 'Đảng bộ xã không có');
  change(12, 1, 'NguyÔn V¨n C\u00adêng');
  change(20, 1, 'Traàn Thò Höông');
  rows.splice(30, 0, ['', '', '', '', '', '', '']);
  change(33, 2, '');
  expect(await problemsOf(Buffer.from(csvText(rows, ',')))).toEqual([
    '5 Từ ngày: bad-date',
    '9 Cấp ủy: unknown-committee',
    '12 Họ và tên: legacy-tcvn3',
    '20 Họ và tên: legacy-vni',
    '33 Chức vụ: missing-value',
  ]);
});

describe('a CSV file that is not Unicode', () => {
  test('in an old font is refused line by line', async () => {
    const text = 'CÊp ñy;Hä vµ tªn;Chøc vô\r\nX\u00b7 An Hßa;NguyÔn V¨n An;BÝ th\u00ad\r\n';
    expect(decodeTcvn3(text)).toContain('Nguyễn Văn An;Bí thư');
    const codes = (await problemsOf(Buffer.from(text, 'latin1'))).map((problem) => problem.split(': ')[1]);
    expect(new Set(codes)).toEqual(new Set(['legacy-tcvn3']));
  });

  test('in another code is refused as a whole', async () => {
    expect(await refusalOf(Buffer.from('Ho tên;José\r\n', 'latin1'))).toBe('unknown-encoding');
  });
});

const row = (cells: string) => `<row>${cells}</row>`;

describe('what is no roster file is refused', () => {
  test.each<[string, string, () => Uint8Array]>([
    ['nothing', 'empty-file', () => new Uint8Array()],
    ['blanks', 'empty-file', () => Buffer.from('\ufeff\r\n \r\n')],
    ['a file that is too large', 'too-large', () => new Uint8Array(listFileLimits.bytes + 1)],
    ['an old .xls', 'old-excel', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a picture', 'picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a program', 'not-a-spreadsheet', () => Buffer.from(`MZ${'\0\0ab'.repeat(100)}`)],
    ['a zip file that is no workbook', 'not-a-spreadsheet', () => zipOf([{ name: 'a.txt', content: 'a' }])],
    ['half a workbook', 'not-a-spreadsheet', () => zipOf(workbookParts('')).subarray(0, 300)],
    ['the beginning of a zip file', 'not-a-spreadsheet', () => Buffer.from('PK')],
    ['a quotation mark that is never closed', 'unbalanced-quotes', () => Buffer.from('a,b\n"c,d\n')],
    ['too many lines', 'too-many-rows', () => Buffer.from('a,b\n'.repeat(listFileLimits.rows + 1))],
    ['too many columns', 'too-many-columns', () => Buffer.from(`${'a,'.repeat(listFileLimits.columns + 1)}\n`)],
  ])('%s: %s', async (_, refusal, bytes) => {
    expect(await refusalOf(bytes())).toBe(refusal);
    expect(refusals).toHaveProperty(refusal);
  });

  test('a workbook made by hand is read, so that the following ones are refused for what they are', async () => {
    const sheet = '<row r="2"><c r="B2" t="inlineStr"><is><t>Trần An</t></is></c></row>';
    const rows = rowsOf(await read(zipOf(workbookParts(sheet))));
    expect(rows?.at(-1)).toEqual({ line: 2, shown: [null, 'Trần An'] });
  });

  test('a value in the last row of a sheet, and formats out to the last column, are read', async () => {
    const last = '<row r="1048576"><c r="A1048576"><v>7</v></c><c r="XFD1048576" s="1"/></row>';
    expect(rowsOf(await read(zipOf(workbookParts(last))))).toEqual([{ line: 1_048_576, shown: ['7'] }]);
  });

  test.each<[string, string, () => Uint8Array]>([
    [
      'declares gigabytes',
      'too-large',
      () => zipOf([...workbookParts(''), { name: 'x', content: '', declared: 2 ** 31 }]),
    ],
    [
      'hides more than it declares',
      'not-a-spreadsheet',
      () =>
        zipOf(
          workbookParts('').map((part) =>
            part.name.endsWith('sheet1.xml')
              ? { ...part, content: part.content + ' '.repeat(9e6), declared: 10 }
              : part,
          ),
        ),
    ],
    [
      'unpacks to more than is allowed',
      'too-large',
      () => zipOf([...workbookParts(''), { name: 'x', content: ' '.repeat(listFileLimits.unpackedBytes) }]),
    ],
    ['has a value in the last column', 'too-many-columns', () => zipOf(workbookParts(row('<c r="XFD1"><v>1</v></c>')))],
    ['has a row that no sheet has', 'not-a-spreadsheet', () => zipOf(workbookParts('<row r="1048577"/>'))],
    ['writes its row as 1e9', 'not-a-spreadsheet', () => zipOf(workbookParts('<row r="1e9"/>'))],
    ['has too many rows', 'too-many-rows', () => zipOf(workbookParts(row('<c><v>1</v></c>').repeat(20_001)))],
    [
      'has two rows of one number',
      'not-a-spreadsheet',
      () => zipOf(workbookParts('<row r="1"><c><v>1</v></c></row>'.repeat(2))),
    ],
  ])('a workbook that %s: %s', async (_, refusal, bytes) => {
    expect(await refusalOf(bytes())).toBe(refusal);
  });
});
