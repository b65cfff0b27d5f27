import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectReplay, replayTable } from '../support/build/table-replay.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  { name: 'can_tho_2023-12', form: 'nq-96-2023-qh15', base: 50 },
  { name: 'khanh_hoa_2014-12', form: '85-2014-qh13', base: 46 },
  { name: 'hcmc_2018-12', form: '85-2014-qh13', base: 105 },
  { name: 'na_2023-10', form: 'nq-96-2023-qh15', base: 481 },
])(
  'the published table $name replays to exactly its counts, over its base',
  async (table) => {
    await expectReplay(folder, table);
  },
  600_000,
);

test('exactly one half has no consequence, just above and just below two thirds tier 1, exactly two thirds tier 2', async () => {
  const low = [9, 10, 11, 12];
  const rows = low.map((count) => ({ position: `${count}/18`, high: 18 - count, confidence: 0, low: count }));
  const path = join(folder, 'thresholds.json');
  writeFileSync(path, JSON.stringify({ body: 'Đảng ủy Ngưỡng', percent_base: null, rows }));
  const { subjects } = await replayTable(folder, 'thresholds', path, 'qd-96-2023');
  expect(subjects.map(({ tier }) => tier)).toEqual([0, 1, 1, 2]);
}, 600_000);
