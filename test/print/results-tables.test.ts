import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLines, withoutApostrophes } from '../../src/print/csv.ts';
import { tableCsv } from '../../src/print/file-table.ts';
import { type ResultsData, resultsTables } from '../../src/print/results-tables.ts';
import { sampleResults } from './sample-results.ts';

const csvOf = (data: ResultsData) => tableCsv(resultsTables(data)[0]);

test('the table begins with a byte-order mark, so that spreadsheets read Vietnamese', () => {
  const bytes = csvOf(sampleResults(2));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('another program reads back each subject, its counts, percentages and their base', () => {
  const table = sampleResults(15);
  const [titles, ...rows] = parse(Buffer.from(csvOf(table)), { bom: true }) as string[][];
  expect(titles).toContain('Tín nhiệm thấp (%)');
  expect(rows).toEqual(
    table.subjects.map((subject, index) => [
      String(index + 1),
      subject.name,
      subject.position,
      ...[subject.issued, subject.collected, subject.valid, subject.invalid].map(String),
      ...subject.levels.flatMap(({ count, percent }) => [String(count), percent]),
      String(table.base.value),
      String(subject.tier),
    ]),
  );
});

test.each(['=cmd|’/C calc’!A0', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '\u0000=1'])(
  'a name that a spreadsheet would run is made text: %j',
  (name) => {
    expect(
      csvLines([[name]])
        .replace(/^"/, '')
        .startsWith("'"),
    ).toBe(true);
  },
);

test('names with commas, quotes and line ends stay in their cell', () => {
  const table = sampleResults(1);
  const position = 'Bí thư, "kiêm" Chủ tịch;\nxã';
  const subjects = table.subjects.map((subject) => ({ ...subject, position }));
  const rows = parse(Buffer.from(csvOf({ ...table, subjects })), { bom: true }) as string[][];
  expect(rows[1]?.[2]).toBe(position);
});

test('decomposed names come out composed', () => {
  const table = sampleResults(3);
  const subjects = table.subjects.map((subject) => ({ ...subject, name: subject.name.normalize('NFD') }));
  expect(csvOf({ ...table, subjects })).toEqual(csvOf(table));
});

/** Texts in which signs, separators, quotes and blanks stand in every order. */
const risky = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    '－',
    ';',
    '\t',
    '\r',
    '\n',
    ',',
    '"',
    "'",
    ' ',
    '\u0000',
    '\u00a0',
    'a',
  ),
  maxLength: 12,
});

test('nothing in a file runs, whether a program splits at commas, at semicolons, at tabs or at line ends', () => {
  for (const cell of ['Bí thư;=1+1', 'a;\t@SUM(A1)', 'a\t=1', 'a\r\n-1', 'a; "+1', 'a;＝1']) {
    expect(csvLines([['1', cell]])).not.toMatch(/[;\t\r\n][\s"]*[=+\-@＝＋－＠]/u);
  }
  fc.assert(
    fc.property(fc.array(risky, { minLength: 1, maxLength: 3 }), (cells) => {
      const text = csvLines([cells]);
      const atCommas = (parse(text, { relax_column_count: true }) as string[][]).flat();
      for (const part of [...text.split(/[;\t\r\n]/), ...atCommas]) {
        expect(part).not.toMatch(/^[\s\p{Cc}"]*[=+\-@＝＋－＠]/u);
      }
    }),
    { numRuns: 2000 },
  );
});

test('what was made text is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(risky, { minLength: 1, maxLength: 3 }), (cells) => {
      const [row] = parse(csvLines([cells]), { relax_quotes: false }) as string[][];
      expect((row ?? []).map(withoutApostrophes)).toEqual(cells);
    }),
    { numRuns: 2000 },
  );
});
