import { describe, expect, test } from 'vitest';
import { withPart, withSheet } from '../../support/build/hostile-files.ts';
import { type CellPlan, partsOf, serialOf, type WorkbookPlan, workbookOf } from '../../support/build/workbook.ts';
import { firstCells, refusalOf, shownIn, worksheetsOf } from '../../support/build/worksheets.ts';
import { zipOf } from '../../support/build/zip.ts';

type Rest = Partial<Omit<WorkbookPlan, 'sheets'>>;
const ofRow = (cells: readonly CellPlan[], rest: Rest = {}) =>
  workbookOf({ sheets: [{ name: 'A', rows: [cells] }], ...rest });
const cellOf = async (cell: CellPlan, rest: Rest = {}) => (await firstCells(ofRow([cell], rest)))[0] ?? null;

describe('a cell is what people see', () => {
  test.each<[string, CellPlan, object | null]>([
    ['text', 'Bí thư', { kind: 'text', shown: 'Bí thư' }],
    ['decomposed text', 'Bí thư'.normalize('NFD'), { kind: 'text', shown: 'Bí thư' }],
    ['text over two lines', 'Chức vụ\r\nĐảng', { kind: 'text', shown: 'Chức vụ\nĐảng' }],
    ['text with a character that XML cannot hold', 'a_x000D_\nb', { kind: 'text', shown: 'a\nb' }],
    ['text that only looks escaped', 'a_x005F_x000D_', { kind: 'text', shown: 'a_x000D_' }],
    ['text with XML in it', '<b>&amp; "c"', { kind: 'text', shown: '<b>&amp; "c"' }],
    ['blanks', '  \n', null],
    ['text in pieces', { runs: ['Nguyễn ', 'Văn A'], phonetic: 'グエン' }, { kind: 'text', shown: 'Nguyễn Văn A' }],
    ['a whole number', 79085012345678, { kind: 'number', value: 79085012345678, shown: '79085012345678' }],
    ['a decimal number', 8.5, { kind: 'number', value: 8.5, shown: '8,5' }],
    ['a sum of decimals', 0.1 + 0.2, { kind: 'number', value: 0.1 + 0.2, shown: '0,3' }],
    [
      'a code',
      { number: 79085012345, format: '0'.repeat(12) },
      { kind: 'number', value: 79085012345, shown: '079085012345' },
    ],
    [
      'a number with thousands',
      { number: 1234567, format: '#,##0' },
      { kind: 'number', value: 1234567, shown: '1.234.567' },
    ],
    [
      'an accountant’s number',
      { number: 1200, format: '_-* #,##0_-' },
      { kind: 'number', value: 1200, shown: '1.200' },
    ],
    ['a number with a quoted %', { number: 9, format: '0"%"' }, { kind: 'number', value: 9, shown: '9%' }],
    ['a number in a text format', { number: 12, format: '@' }, { kind: 'number', value: 12, shown: '12' }],
    ['a number with a format that is none', { number: 12, format: '[[?"' }, { kind: 'number', value: 12, shown: '12' }],
    ['percent', { number: 0.09, format: 9 }, { kind: 'percent', value: 9, shown: '9%' }],
    ['percent with decimals', { number: 0.085, format: '0.0%' }, { kind: 'percent', value: 8.5, shown: '8,5%' }],
    ['percent that a double misses', { number: 0.07, format: '0%' }, { kind: 'percent', value: 7, shown: '7%' }],
    ['a time', { number: 0.5, format: 'hh:mm' }, { kind: 'number', value: 0.5, shown: '12:00' }],
    ['true', true, { kind: 'boolean', value: true, shown: 'TRUE' }],
    ['an error', { error: '#NAME?' }, { kind: 'error', shown: '#NAME?' }],
    ['nothing but a format', { empty: 'dd/mm/yyyy' }, null],
    ['a formula', { formula: 'A2+1', value: '7' }, { kind: 'number', value: 7, shown: '7' }],
    ['a formula’s text', { formula: 'A2&"x"', value: 'x', type: 'str' }, { kind: 'text', shown: 'x' }],
    ['a formula’s empty text', { formula: 'A2&""', value: '', type: 'str' }, null],
    ['a formula’s error', { formula: '1/0', value: '#DIV/0!', type: 'e' }, { kind: 'error', shown: '#DIV/0!' }],
    ['a formula never computed', { formula: 'D2+30' }, { kind: 'uncomputed', shown: '' }],
    [
      'a formula never computed, with an empty value',
      { formula: 'D2+30', value: '' },
      { kind: 'uncomputed', shown: '' },
    ],
    ['a formula of text never computed', { formula: 'D2', type: 'str' }, { kind: 'uncomputed', shown: '' }],
  ])('%s', async (_, plan, expected) => {
    expect(await cellOf(plan)).toEqual(expected);
    expect(await cellOf(plan, { strings: 'shared', prefix: 'x:', isStrict: true })).toEqual(expected);
  });

  test('a nought that a workbook asks to be computed was never computed', async () => {
    const formula = { formula: 'D2+30', value: '0' };
    expect(await cellOf(formula)).toMatchObject({ kind: 'number', value: 0 });
    expect(await cellOf(formula, { isUncomputed: true })).toMatchObject({ kind: 'uncomputed' });
    expect(await cellOf(0, { isUncomputed: true })).toMatchObject({ kind: 'number', value: 0 });
  });
});

describe('a date is its day', () => {
  const formats = [
    14,
    15,
    22,
    27,
    36,
    50,
    58,
    'dd/mm/yyyy',
    'dd/mm/yyyy;@',
    '[$-1042A]dd/mm/yyyy',
    'yyyy\\-mm\\-dd',
    '[$-F800]dddd, mmmm dd, yyyy',
    'd-m-yy',
    '[Red]dd.mm.yyyy hh:mm',
  ];

  test.each(formats)('by the format %s', async (format) => {
    for (const is1904 of [false, true]) {
      const number = serialOf('2023-03-15', is1904);
      expect(await cellOf({ number, format }, { is1904 })).toMatchObject({ kind: 'date', day: '2023-03-15' });
    }
  });

  test.each<[string, number | string, string]>([
    ['by its own format', 'dd/mm/yyyy', '15/03/2023'],
    ['by the system’s format, which is Vietnamese', 14, '15/03/2023'],
    ['by year and month', 'mm/yyyy', '03/2023'],
    ['by the year', 'yyyy', '2023'],
  ])('and shown %s', async (_, format, shown) => {
    expect(await cellOf({ number: serialOf('2023-03-15'), format })).toEqual({
      kind: 'date',
      day: '2023-03-15',
      shown,
    });
    const number = serialOf('2023-03-15', true);
    expect(await cellOf({ number, format }, { is1904: 'on' })).toEqual({ kind: 'date', day: '2023-03-15', shown });
  });

  test('whatever its time', async () => {
    const number = serialOf('2023-03-15');
    for (const time of [0, 0.25, 0.999]) {
      expect(await cellOf({ number: number + time, format: 22 })).toMatchObject({ day: '2023-03-15' });
    }
    // A computed midnight that falls short of it by what a double cannot hold.
    expect(await cellOf({ number: number - 1e-9, format: 14 })).toMatchObject({ day: '2023-03-15' });
  });

  test('on both sides of the leap day that never was', async () => {
    expect(await cellOf({ number: 1, format: 14 })).toMatchObject({ day: '1900-01-01' });
    expect(await cellOf({ number: 59, format: 14 })).toMatchObject({ day: '1900-02-28' });
    expect(await cellOf({ number: 61, format: 14 })).toMatchObject({ day: '1900-03-01' });
    expect(await cellOf({ number: 2_958_465, format: 14 })).toMatchObject({ day: '9999-12-31' });
  });

  test.each([0, -1, 60, 2_958_466, 1e300])('%s is none, and an error', async (number) => {
    expect(await cellOf({ number, format: 'dd/mm/yyyy' })).toMatchObject({ kind: 'error', cause: 'no-such-day' });
  });

  test.each(['2023-03-15T00:00:00', '2023-03-15', '2023-03-15T00:00:00Z', '2023-03-15T23:30:00+07:00'])(
    'written out as %s, in any time zone of the machine',
    async (iso) => {
      const before = process.env.TZ;
      try {
        for (const zone of ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'UTC']) {
          process.env.TZ = zone;
          const expected = { kind: 'date', day: '2023-03-15', shown: '15/03/2023' };
          expect(await cellOf({ iso })).toEqual(expected);
          expect(await cellOf({ iso, format: 'General' })).toEqual(expected);
        }
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    },
  );

  test('a day written out that does not exist is an error', async () => {
    expect(await cellOf({ iso: '2023-02-30' })).toMatchObject({ kind: 'error', shown: '2023-02-30' });
  });

  test('a number without a date’s format stays a number, with its day where days are counted from 1904', async () => {
    expect(await cellOf(43_538)).toEqual({ kind: 'number', value: 43_538, shown: '43538' });
    expect(await cellOf(43_538, { is1904: 'true' })).toMatchObject({
      kind: 'number',
      value: 43_538,
      day: '2023-03-15',
    });
    const code = { number: 79085012345, format: '0'.repeat(12) };
    expect(await cellOf(code, { is1904: true })).toEqual({ kind: 'number', value: 79085012345, shown: '079085012345' });
  });
});

describe('cells are where people see them', () => {
  const rows = [['A', null, 'C'], [], [null, 1]];

  test.each<[string, Rest]>([
    ['with addresses', {}],
    ['without addresses', { hasAddresses: false }],
    ['with names that have a prefix', { prefix: 'main:' }],
    ['in the strict spelling', { isStrict: true }],
    ['in UTF-16', { encoding: 'utf-16' }],
    ['with targets from the root', { targets: 'absolute' }],
    ['without a list of content types', { hasContentTypes: false }],
  ])('%s', async (_, rest) => {
    expect(await shownIn(workbookOf({ sheets: [{ name: 'A', rows }], ...rest }))).toEqual([
      [1, 'A', '', 'C'],
      [3, '', '1'],
    ]);
  });

  test('in parts whose names are in capitals, with backslashes or without links from the package', async () => {
    const parts = partsOf({ sheets: [{ name: 'A', rows }] });
    const renamed = (rename: (name: string) => string) =>
      zipOf(parts.map((one) => ({ ...one, name: rename(one.name) })));
    const expected = await shownIn(zipOf(parts));
    expect(await shownIn(renamed((name) => name.toUpperCase()))).toEqual(expected);
    expect(await shownIn(renamed((name) => name.replaceAll('/', '\\')))).toEqual(expected);
    expect(await shownIn(zipOf(parts.filter(({ name }) => name !== '_rels/.rels')))).toEqual(expected);
  });

  test('rows that are written out of order are read in order', async () => {
    const mixed = [
      { line: 7, cells: ['later'] },
      { line: 2, cells: ['first'] },
    ];
    expect(await shownIn(workbookOf({ sheets: [{ name: 'A', rows: mixed }] }))).toEqual([
      [2, 'first'],
      [7, 'later'],
    ]);
  });

  test('formats out to the last row and column count for nothing', async () => {
    const cells = Array.from({ length: 16_384 }, (_, at) => (at === 0 ? 'x' : { empty: 'dd/mm/yyyy' }));
    const last = { line: 1_048_576, cells: [{ empty: '0' }] };
    expect(await shownIn(workbookOf({ sheets: [{ name: 'A', rows: [cells, last] }] }))).toEqual([[1, 'x']]);
  });
});

describe('what is hidden or merged is told', () => {
  test('sheets, rows and columns', async () => {
    const sheets = [
      { name: 'foxz', state: 'veryHidden' as const, rows: [['x']] },
      { name: 'cũ', state: 'hidden' as const, rows: [['y']] },
      { name: 'mới', rows: [['a', 'b', 'c'], { cells: ['d'], isHidden: true }], hiddenColumns: [1, 30] },
    ];
    const read = await worksheetsOf(workbookOf({ sheets }));
    expect(read.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['foxz', true],
      ['cũ', true],
      ['mới', false],
    ]);
    expect(read[2]?.rows.map(({ isHidden }) => isHidden)).toEqual([false, true]);
    expect(read[2]?.hiddenColumns).toEqual([1]);
  });

  test('merged cells, top down, as far as the sheet has values', async () => {
    const rows = [
      ['title', null, null],
      ['a', 'b', 'c'],
    ];
    const read = await worksheetsOf(
      workbookOf({ sheets: [{ name: 'A', rows, merges: ['A3:A9', 'A1:XFD1', 'B2:B2', 'E5:F6'] }] }),
    );
    expect(read[0]?.merges).toEqual([
      { top: 1, bottom: 1, left: 0, right: 2 },
      { top: 3, bottom: 9, left: 0, right: 0 },
    ]);
  });

  test('merges that overlap are no workbook’s', async () => {
    const sheets = [{ name: 'A', rows: [['a', 'b', 'c']], merges: ['A1:B2', 'B2:C3'] }];
    expect(await refusalOf(workbookOf({ sheets }))).toBe('not-a-spreadsheet');
  });

  test('charts and dialogs are no sheets', async () => {
    const parts = partsOf({
      sheets: [
        { name: 'Biểu đồ', rows: [] },
        { name: 'B', rows: [['x']] },
      ],
    });
    const links = parts.find(({ name }) => name === 'xl/_rels/workbook.xml.rels');
    if (links === undefined) throw new Error('no links');
    links.content = links.content.toString().replace('/worksheet"', '/chartsheet"');
    expect((await worksheetsOf(zipOf(parts))).map(({ name }) => name)).toEqual(['B']);
  });
});

describe('a cell that no list has is named, not read', () => {
  test('more marks on a letter than any script has', async () => {
    const cell = await cellOf(`Nguyễn a${'\u0301\u0323'.repeat(20)} Văn`);
    expect(cell).toEqual({ kind: 'error', shown: 'Nguyễn a Văn…', cause: 'too-many-marks' });
    expect(await cellOf(`a${'\u0301'.repeat(30)}`)).toMatchObject({ kind: 'text' });
  });

  test('more text than a cell has room for', async () => {
    expect(await cellOf('a'.repeat(32_767))).toMatchObject({ kind: 'text' });
    const cell = await cellOf('a'.repeat(32_768));
    expect(cell).toMatchObject({ kind: 'error', cause: 'too-long' });
    expect(cell?.shown.length).toBeLessThan(100);
  });
});

describe('a workbook that contradicts itself is refused', () => {
  const sheetOf = (rows: string) => {
    const parts = partsOf({ sheets: [{ name: 'A', rows: [] }] });
    return zipOf(
      parts.map((part) => {
        const content = part.content.toString();
        return part.name.endsWith('sheet1.xml') ? { ...part, content: content.replace(/<sheetData\/>/, rows) } : part;
      }),
    );
  };
  const rows = (content: string) => sheetOf(`<sheetData>${content}</sheetData>`);

  test.each<[string, () => Uint8Array]>([
    [
      'two sheets of one part',
      () => withPart('xl/workbook.xml', (content) => content.replace(/(<sheet .*\/>)/, '$1$1')),
    ],
    ['two cells in one place', () => rows('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')],
    ['two rows of one number', () => rows('<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(2))],
    ['a cell in another row', () => rows('<row r="1"><c r="A2"><v>1</v></c></row>')],
    ['a cell beyond the last column', () => rows('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
    ['a row beyond the last', () => rows('<row r="1048577"/>')],
    ['an address that is none', () => rows('<row r="1"><c r="1A"/></row>')],
    ['a shared text that there is not', () => rows('<row r="1"><c r="A1" t="s"><v>9</v></c></row>')],
    ['a number that is none', () => rows('<row r="1"><c r="A1"><v>12x</v></c></row>')],
    ['a kind of cell that there is not', () => rows('<row r="1"><c r="A1" t="z"><v>1</v></c></row>')],
    ['an entity', () => rows('<row r="1"><c r="A1" t="str"><v>&lol;</v></c></row>')],
    ['XML that does not end', () => rows('<row r="1"><c r="A1">')],
    [
      'a sheet that is missing',
      () => zipOf(partsOf({ sheets: [{ name: 'A', rows: [] }] }).filter(({ name }) => !name.includes('sheet1'))),
    ],
    ['two parts of one name', () => zipOf([...partsOf({ sheets: [] }), { name: 'xl/Workbook.xml', content: '' }])],
    ['links only', () => zipOf(partsOf({ sheets: [] }).filter(({ name }) => name !== 'xl/workbook.xml'))],
  ])('%s', async (_, make) => {
    expect(await refusalOf(make())).toBe('not-a-spreadsheet');
  });

  test('a document type, whose entities multiply', async () => {
    const parts = partsOf({ sheets: [{ name: 'A', rows: [['x']] }] });
    const bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const bombed = parts.map((part) => ({ ...part, content: part.content.toString().replace('?>', `?>${bomb}`) }));
    expect(await refusalOf(zipOf(bombed))).toBe('not-a-spreadsheet');
  });
});

test('rows that say nothing themselves are hidden where the sheet says so', async () => {
  const row = (attributes: string) => `<row ${attributes}><c><v>1</v></c></row>`;
  const rows = ['', 'hidden="0"', 'ht="15"', 'ht="0"', 'hidden="1"'].map(row).join('');
  const hidden = async (format: string) =>
    (await worksheetsOf(withSheet(`${format}<sheetData>${rows}</sheetData>`)))[0]?.rows.map((one) => one.isHidden);
  expect(await hidden('<sheetFormatPr defaultRowHeight="0" zeroHeight="1"/>')).toEqual([
    true,
    false,
    false,
    true,
    true,
  ]);
  expect(await hidden('<sheetFormatPr defaultRowHeight="15"/>')).toEqual([false, false, false, true, true]);
});
