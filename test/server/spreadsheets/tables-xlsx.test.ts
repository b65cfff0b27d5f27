import { expect, test } from 'vitest';
import { type ResultsData, resultsTables } from '../../../src/print/results-tables.ts';
import { tablesXlsx } from '../../../src/server/spreadsheets/tables-xlsx.ts';
import { sampleResults } from '../../print/sample-results.ts';
import { partOf } from '../../support/build/workbook-part.ts';
import { valuesIn } from '../../support/build/worksheets.ts';

const resultsXlsx = (data: ResultsData) => tablesXlsx(resultsTables(data));

test('each subject is read back with numbers as numbers', async () => {
  const table = sampleResults(15);
  const [, ...rows] = await valuesIn(await resultsXlsx(table), 1);
  expect(rows.map((row) => row.slice(0, 7))).toEqual(
    table.subjects.map(({ name, position, issued, collected, valid, invalid }, index) => [
      index + 1,
      name,
      position,
      issued,
      collected,
      valid,
      invalid,
    ]),
  );
  expect(rows.map((row) => row[8])).toEqual(table.subjects.map(({ levels }) => Number(levels[0]?.percent)));
});

test('the second sheet names the record and the base', async () => {
  const table = sampleResults(1);
  const rows = await valuesIn(await resultsXlsx(table), 2);
  expect(rows).toContainEqual([table.base.label, table.base.value]);
  expect(rows.flat()).toContain(table.record.fingerprint);
});

test('a name that looks like a formula is text and nothing but text', async () => {
  const table = sampleResults(1);
  const name = '=HYPERLINK("http://example.vn")';
  const file = await resultsXlsx({ ...table, subjects: table.subjects.map((one) => ({ ...one, name })) });
  const rows = await valuesIn(file, 1);
  expect(rows[1]?.[1]).toBe(name);
});

test('a worksheet is printed as wide as a page, with its titles on each page and what it is at the top', async () => {
  const heading = { title: 'Kết quả', committee: 'Đảng ủy xã A & B', day: '2026-11-30' };
  const [first] = resultsTables(sampleResults(3));
  const own = await tablesXlsx([{ ...first, name: "Kết 'quả'" }], heading);
  const back = await tablesXlsx([{ ...first, comesBack: true }], heading);
  const worksheet = (file: Uint8Array) => partOf(file, 'xl/worksheets/sheet1.xml');
  expect(worksheet(own)).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
  expect(worksheet(own)).toMatch(
    /<pageSetup (?=.*paperSize="9")(?=.*orientation="landscape").*fitToHeight="0"\/><headerFooter>/,
  );
  expect(worksheet(own)).toMatch(/<pane ySplit="5".*state="frozen"/);
  expect(worksheet(own)).not.toContain('oddHeader');
  expect(partOf(own, 'xl/workbook.xml')).toContain(`localSheetId="0">'Kết ''quả'''!$5:$5<`);
  expect((await valuesIn(back, 1))[0]?.[0]).toBe('TT');
  expect(worksheet(back)).toContain('<oddHeader>&amp;LKết quả – Đảng ủy xã A &amp;&amp; B&amp;R30/11/2026</oddHeader>');
});
