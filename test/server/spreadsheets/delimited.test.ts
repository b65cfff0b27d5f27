import { describe, expect, test } from 'vitest';
import type { WorksheetRow } from '../../../src/domain/lists/worksheet.ts';
import { readSpreadsheet } from '../../../src/server/spreadsheets/read-spreadsheet.ts';
import { refusalOf, shownIn, smallLimits, worksheetsOf } from '../../support/build/worksheets.ts';

const list = [
  ['Họ và tên', 'Chức vụ, đơn vị công tác', 'Ghi chú'],
  ['Nguyễn Thị Đào', 'Trưởng ấp; Phó Bí thư, ấp 3', '“x”'],
  ['Trần Văn "Ba" Út', 'Bí thư', ''],
];

function written(delimiter: string, rows = list): string {
  const quoted = (cell: string) => (/[",;|\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n');
}
const expected = list.map((row, at) => [at + 1, ...row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)]);
const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

describe.each([',', ';', '\t', '|'])('columns divided by %j', (delimiter) => {
  const text = written(delimiter);

  test.each<[string, Uint8Array | string]>([
    ['UTF-8', text],
    ['UTF-8 with its mark', `\ufeff${text}`],
    ['UTF-16 with its mark', utf16(`\ufeff${text}`, false)],
    ['UTF-16 without', utf16(text, false)],
    ['UTF-16 the other way round', utf16(`\ufeff${text}`, true)],
    ['UTF-16 the other way round without mark', utf16(text, true)],
    ['decomposed letters', text.normalize('NFD')],
    ['line feeds only', text.replaceAll('\r', '')],
    ['carriage returns only', text.replaceAll('\n', '')],
    ['an empty end', `${text}\r\n\r\n${delimiter}${delimiter}\r\n`],
  ])('in %s', async (_, bytes) => {
    expect(await shownIn(bytes)).toEqual(expected);
  });

  test('with the delimiter told in the first line', async () => {
    const told = expected.map(([line, ...cells]) => [Number(line) + 1, ...cells]);
    expect(await shownIn(`\ufeffsep=${delimiter}\r\n${text}`)).toEqual(told);
    expect(await shownIn(utf16(`\ufeffsep=${delimiter}\n${text}`, false))).toEqual(told);
  });
});

test('commas within the positions of every line do not divide a file of semicolons', async () => {
  const rows = [['A;B;C'], ...Array.from({ length: 20 }, (_, at) => [`x${at};a, b, c, d;z`])];
  expect((await shownIn(rows.join('\n')))[3]).toEqual([4, 'x2', 'a, b, c, d', 'z']);
});

test('the delimiter under which the expected list appears wins over any other', async () => {
  const text = `Danh sách\n${'a;b;c;d\n'.repeat(5)}Họ tên,Chức vụ\n`;
  const finds = (rows: readonly WorksheetRow[]) =>
    rows.some(({ cells }) => cells[0]?.shown === 'Họ tên' && cells[1]?.shown === 'Chức vụ') ? 1 : 0;
  const read = await readSpreadsheet(Buffer.from(text), smallLimits, finds);
  expect(read.ok && read.worksheets[0]?.rows.at(-1)?.cells.map((cell) => cell?.shown)).toEqual(['Họ tên', 'Chức vụ']);
});

test('cells are text as it is written, and a file is one sheet without a name', async () => {
  const [sheet, ...rest] = await worksheetsOf('a;083001;9%;01/07/2025');
  expect(rest).toEqual([]);
  expect(sheet).toMatchObject({ name: '', isHidden: false, merges: [], hiddenColumns: [] });
  expect(sheet?.rows[0]?.cells.map((cell) => cell?.kind)).toEqual(['text', 'text', 'text', 'text']);
  expect(sheet?.rows[0]?.cells[1]?.shown).toBe('083001');
});

test('lines are those that people see, after empty ones and cells of several lines', async () => {
  const text = 'a;b\r\n\r\n"c\r\nd";e\r\n;\r\nf;g';
  const expectedLines = [
    [1, 'a', 'b'],
    [3, 'c\nd', 'e'],
    [6, 'f', 'g'],
  ];
  expect(await shownIn(text)).toEqual(expectedLines);
  expect(await shownIn(text.replaceAll('\r', ''))).toEqual(expectedLines);
});

test('an apostrophe that keeps a formula from running is no part of the text', async () => {
  expect(await shownIn("'=1+1;'Ba;' -x")).toEqual([[1, '=1+1', "'Ba", ' -x']]);
});

test('one column needs no delimiter', async () => {
  expect(await shownIn('Nguyễn Thị Đào\nTrần Văn Út')).toEqual([
    [1, 'Nguyễn Thị Đào'],
    [2, 'Trần Văn Út'],
  ]);
});

test('old fonts’ codes are read as they are, to be refused line by line', async () => {
  const text = 'Hä vµ tªn;Chøc vô\r\nNguyÔn V¨n An;BÝ th\u00ad\r\n';
  expect(await shownIn(Buffer.from(text, 'latin1'))).toEqual([
    [1, 'Hä vµ tªn', 'Chøc vô'],
    [2, 'NguyÔn V¨n An', 'BÝ th\u00ad'],
  ]);
});

test('an unbalanced quotation mark under one delimiter is not one under another', async () => {
  expect(await refusalOf('a,b\n"c,d\n')).toBe('unbalanced-quotes');
  expect(await shownIn('Rộng 3", dài;x\n5" x;y')).toEqual([
    [1, 'Rộng 3", dài', 'x'],
    [2, '5" x', 'y'],
  ]);
});

describe('a quotation mark that is closed on a later line', () => {
  test.each([
    'TT,Họ tên,Chức vụ,Ghi chú\n1,A,Ủy viên,"nghỉ\n2,B,Ủy viên,x"\n3,C,Ủy viên,',
    'TT,Họ tên,Chức vụ,Ghi chú\r\n1,"A,Ủy viên,\r\n2,B",Ủy viên,x\r\n3,C,Ủy viên,',
    'Họ tên;Chức vụ\nA;"Bí thư\nB;Ủy viên"\nC;Ủy viên',
  ])('takes nobody into a cell: %j', async (text) => {
    expect(await refusalOf(text)).toBe('unbalanced-quotes');
  });

  test.each([
    'TT,Họ tên,Chức vụ,Ghi chú\n1,A,"Bí thư, x\nChủ tịch, a, b",y',
    'Họ tên,Chức vụ\nA,"Bí thư Đảng ủy,\nChủ tịch Ủy ban nhân dân, xã"\nB,Ủy viên',
    'Họ tên;Chức vụ\nA;"Bí thư;\nChủ tịch;\nTrưởng ban"\nB;Ủy viên',
    'Họ tên;"Chức vụ\n(Đảng; chính quyền)"\nA;Bí thư',
  ])('may part a cell into lines: %j', async (text) => {
    expect(await refusalOf(text)).toBe('read');
  });
});
