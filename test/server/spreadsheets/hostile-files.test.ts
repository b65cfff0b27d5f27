import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusals } from '../../../src/contract/refusals.ts';
import { readSpreadsheet, type Spreadsheet } from '../../../src/server/spreadsheets/read-spreadsheet.ts';
import { hostileFiles, withPart, withSharedStrings, withSheet } from '../../support/build/hostile-files.ts';
import { partsOf, type WorksheetLayout } from '../../support/build/workbook.ts';
import { refusalOf, smallLimits, worksheetsOf } from '../../support/build/worksheets.ts';
import { type ZipPart, zipOf } from '../../support/build/zip.ts';
import { expectLinear } from '../../support/growth.ts';

describe('a file twice as long takes at most two and a half times as long', () => {
  test.each(Object.entries(hostileFiles))('%s', async (_, make) => {
    const [once, twice] = [make(1), make(2)];
    await expectLinear(
      () => readSpreadsheet(once, smallLimits),
      () => readSpreadsheet(twice, smallLimits),
    );
  });
});

test.each<[string, string]>([
  ['cells that are opened in cells', 'not-a-spreadsheet'],
  ['texts within texts', 'not-a-spreadsheet'],
  ['an attribute without end', 'too-large'],
  ['one long comment', 'too-large'],
  ['a text of great length', 'too-large'],
])('%s: %s, however many there are', async (name, refusal) => {
  expect(await refusalOf(hostileFiles[name]?.(3) ?? '')).toBe(refusal);
});

describe('what a file would come to is known before it is built', () => {
  const text = `<si><t>${'x'.repeat(30_000)}</t></si>`;
  const row = (cells: string) => `<row>${cells}</row>`;

  test.each<[string, string, () => Uint8Array]>([
    [
      'declares gigabytes',
      'too-large',
      () => zipOf([...partsOf({ sheets: [] }), { name: 'x', content: '', declared: 2 ** 31 }]),
    ],
    [
      'names one text in every cell',
      'too-large',
      () => withSharedStrings(text, `<sheetData>${row('<c t="s"><v>0</v></c>').repeat(400)}</sheetData>`),
    ],
    [
      'has too many rows',
      'too-many-rows',
      () => withSheet(`<sheetData>${row('<c><v>1</v></c>').repeat(smallLimits.rows + 1)}</sheetData>`),
    ],
    [
      'has too many cells',
      'too-large',
      () => withSheet(`<sheetData>${row('<c><v>1</v></c>'.repeat(200)).repeat(2_001)}</sheetData>`),
    ],
    [
      'has a value in the last column',
      'too-many-columns',
      () => withSheet('<sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData>'),
    ],
    [
      'reads one part as a thousand sheets',
      'not-a-spreadsheet',
      () =>
        zipOf(
          partsOf({ sheets: [{ name: 'A', rows: [] }] }).map((part) => {
            const content = part.content.toString();
            if (part.name === 'xl/workbook.xml')
              return { ...part, content: content.replace(/(<sheet .*\/>)/, '$1'.repeat(900)) };
            return part.name.endsWith('sheet1.xml')
              ? { ...part, content: content.replace('/>', `/>${' '.repeat(100_000)}`) }
              : part;
          }),
        ),
    ],
  ])('a workbook that %s: %s', async (_, refusal, make) => {
    expect(await refusalOf(make())).toBe(refusal);
  });

  test.each(['xl/worksheets/sheet1.xml', 'xl/media/image1.png'])(
    'a workbook whose %s hides more than it declares',
    async (name) => {
      const parts: ZipPart[] = [
        ...partsOf({ sheets: [{ name: 'A', rows: [['x']] }] }),
        { name: 'xl/media/image1.png', content: 'x' },
      ];
      const liar = parts.map((part) =>
        part.name === name ? { ...part, content: `${part.content}${' '.repeat(9e6)}`, declared: 400 } : part,
      );
      expect(await refusalOf(zipOf(parts))).toBe('read');
      expect(await refusalOf(zipOf(liar))).toBe('not-a-spreadsheet');
    },
  );

  test('empty rows and cells do not count, however many', async () => {
    const sheet = `<sheetData>${row('<c s="1"/>'.repeat(500)).repeat(2_000)}<row r="5000"><c r="A5000"><v>1</v></c></row></sheetData>`;
    expect((await worksheetsOf(withSheet(sheet)))[0]?.rows).toHaveLength(1);
    const strings = withPart('xl/sharedStrings.xml', (content) =>
      content.replace(/\/>$/, `>${'<si/>'.repeat(10_000)}</sst>`),
    );
    expect(await refusalOf(strings)).toBe('read');
  });
});

describe('whatever is sent, there is an answer', () => {
  const folder = new URL('../../data/lists/', import.meta.url);
  const sheet: WorksheetLayout = {
    ...{ name: 'Danh sách', merges: ['A1:C1', 'A3:A4'], hiddenColumns: [1] },
    rows: [
      ['Danh sách', null, null],
      ['Họ và tên', 'Chức vụ', 'Từ ngày', 'Tỷ lệ'],
      [
        'Nguyễn Văn A',
        { runs: ['Bí', ' thư'] },
        { number: 45_000, format: 'dd/mm/yyyy' },
        { number: 0.09, format: '0%' },
      ],
      [true, { error: '#N/A' }, { iso: '2023-03-15T00:00:00' }, { formula: 'A1', value: 'x', type: 'str' }],
    ],
  };
  const workbooks = ['inline', 'shared'] as const;
  const samples: readonly Uint8Array[] = [
    ...['libreoffice-1904.xlsx', 'strict-iso-dates.xlsx', 'semicolons-five-rows.csv', 'delegates-namesakes.tsv'].map(
      (name) => readFileSync(new URL(name, folder)),
    ),
    ...workbooks.map((strings) => zipOf(partsOf({ sheets: [sheet, { ...sheet, name: 'B' }], strings }))),
  ];
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    kind: fc.constantFrom('set', 'flip', 'remove', 'double', 'insert'),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 6 }),
      fc
        .constantFrom(
          '<',
          '>',
          '"',
          '</c>',
          '<c>',
          '<v>',
          '<row>',
          '<!--',
          '1e999',
          '-1',
          '&#0;',
          'r="A1"',
          ':',
          '\u0301',
          ';',
          '\0',
          '99999999',
        )
        .map((text) => Buffer.from(text)),
    ),
  });
  const changes = fc.array(change, { minLength: 1, maxLength: 6 });

  function changed(bytes: Uint8Array, made: readonly { at: number; kind: string; bytes: Uint8Array }[]): Uint8Array {
    let now = Buffer.from(bytes);
    for (const { at, kind, bytes: other } of made) {
      const place = Math.floor(at * now.length);
      const after = kind === 'remove' || kind === 'set' ? place + other.length : place;
      const middle =
        kind === 'remove' ? [] : kind === 'double' ? [now.subarray(place, place + 40 * other.length)] : [other];
      if (kind === 'flip') now[place] = (now[place] ?? 0) ^ (1 << ((other[0] ?? 0) % 8));
      else now = Buffer.concat([now.subarray(0, place), ...middle, now.subarray(after)]);
    }
    return now;
  }

  function expectAnswer(read: Spreadsheet): void {
    if (!read.ok) expect(refusals).toHaveProperty(read.refusal);
    for (const { rows, merges } of read.ok ? read.worksheets : []) {
      expect(rows.every(({ line, cells }, at) => line > (rows[at - 1]?.line ?? 0) && cells.at(-1) !== null)).toBe(true);
      expect(merges.every(({ top, bottom, left, right }) => top <= bottom && left <= right)).toBe(true);
    }
  }

  test('to files with changed bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(samples.length - 1), changes, async (which, made) => {
        expectAnswer(await readSpreadsheet(changed(samples[which] ?? Buffer.of(), made), smallLimits));
      }),
      { numRuns: 500 },
    );
  });

  test('to workbooks with changed parts', async () => {
    const parts = workbooks.map((strings) => partsOf({ sheets: [sheet], strings }));
    await fc.assert(
      fc.asyncProperty(fc.nat(parts.length - 1), fc.nat(20), changes, async (sample, which, made) => {
        const of = parts[sample] ?? [];
        const bytes = zipOf(
          of.map((part, at) =>
            at === which % of.length ? { ...part, content: changed(Buffer.from(part.content), made) } : part,
          ),
        );
        expectAnswer(await readSpreadsheet(bytes, smallLimits));
      }),
      { numRuns: 1_000 },
    );
  });
});
