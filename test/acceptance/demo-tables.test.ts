import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readResultFile } from '../../src/cli/result-file.ts';
import { phieu } from '../support/commands.ts';
import { countsOf, largestRowSum, publishedTable } from '../support/tables.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Holds the vote of a table with a single teller, who is the quickest. */
async function replay(name: string, table: string, form: string) {
  const out = join(folder, name);
  const said = await phieu(['demo', '--out', out, '--table', table, '--form', form, '--tellers', '1', '--lang', 'en']);
  expect(said.stderr).toBe('');
  expect(said.status).toBe(0);
  const result = readResultFile(readFileSync(join(out, 'result.json')));
  if (result === undefined) throw new Error('no result.json');
  return result;
}

const published = [
  { name: 'vinh_phuc_2023-12', form: 'nq-96-2023-qh15', base: 47 },
  { name: 'can_tho_2023-12', form: 'nq-96-2023-qh15', base: 50 },
  { name: 'khanh_hoa_2014-12', form: '85-2014-qh13', base: 46 },
  { name: 'hcmc_2018-12', form: '85-2014-qh13', base: 105 },
  { name: 'na_2023-10', form: 'nq-96-2023-qh15', base: 481 },
];

const patience = 240_000;

test.concurrent.for(published)(
  'the published table $name replays to exactly its counts, over its base',
  { timeout: patience },
  async ({ name, form, base }, { expect }) => {
    const { rows } = publishedTable(name);
    const result = await replay(name, fileURLToPath(new URL(`../data/tables/${name}.json`, import.meta.url)), form);
    const counts = result.subjects.map(({ levels }) => Object.values(levels).map(({ count }) => count));
    expect(counts).toEqual(rows.map(countsOf));
    expect(result.subjects.map(({ position }) => position)).toEqual(rows.map(({ position }) => position));
    expect(result.base.value).toBe(base);
    expect(result.collected).toBeGreaterThanOrEqual(largestRowSum(rows));
    for (const [index, row] of rows.entries()) {
      const printed = [row.high_pct, row.confidence_pct, row.low_pct];
      const percents = Object.values(result.subjects[index]?.levels ?? {}).map(({ percent }) => Number(percent));
      for (const [level, percent] of printed.entries()) {
        if (percent !== null) expect(percents[level], `${row.position}, level ${level}`).toBe(percent);
      }
    }
    // The chair of this people's committee had 25 low marks of 47 collected: past one half, under two thirds.
    if (name === 'vinh_phuc_2023-12') expect(result.subjects.map(({ tier }) => tier)).toEqual([0, 0, 0, 1, 0, 0, 0]);
  },
);

test.concurrent(
  'exactly one half has no consequence, just above and just below two thirds tier 1, exactly two thirds tier 2',
  async ({ expect }) => {
    const low = [9, 10, 11, 12];
    const rows = low.map((count) => ({ position: `${count}/18`, high: 18 - count, confidence: 0, low: count }));
    const path = join(folder, 'thresholds.json');
    writeFileSync(path, JSON.stringify({ body: 'Đảng ủy Ngưỡng', percent_base: null, rows }));
    const { subjects } = await replay('thresholds', path, 'qd-96-2023');
    expect(subjects.map(({ tier }) => tier)).toEqual([0, 1, 1, 2]);
  },
  patience,
);
