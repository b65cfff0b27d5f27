import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { readResultFile } from '../../../src/cli/result-file.ts';
import { phieu } from '../service/commands.ts';
import { countsOf, largestRowSum, publishedTable } from './tables.ts';

/** Holds the vote of a table in a folder of `folder` with a single teller, who is the quickest; gives its result. */
export async function replayTable(folder: string, name: string, table: string, form: string) {
  const out = join(folder, name);
  const said = await phieu(['demo', '--out', out, '--table', table, '--form', form, '--tellers', '1', '--lang', 'en']);
  expect(said.stderr).toBe('');
  expect(said.status).toBe(0);
  const result = readResultFile(readFileSync(join(out, 'result.json')));
  if (result === undefined) throw new Error('no result.json');
  return result;
}

/** That the vote of a published table ends with exactly its counts and percentages, over its base; gives its result. */
export async function expectReplay(folder: string, { name, form, base }: { name: string; form: string; base: number }) {
  const { rows } = publishedTable(name);
  const result = await replayTable(
    folder,
    name,
    fileURLToPath(new URL(`../../data/tables/${name}.json`, import.meta.url)),
    form,
  );
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
  return result;
}
