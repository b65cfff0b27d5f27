import { expect, test } from 'vitest';
import { type ResultsData, resultsTables } from '../../../src/print/results-tables.ts';
import { tablesXlsx } from '../../../src/server/spreadsheets/tables-xlsx.ts';
import { sampleResults } from '../../print/sample-results.ts';
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
