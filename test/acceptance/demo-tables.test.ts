import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectReplay, replayTable } from '../support/table-replay.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const patience = 600_000;

// The other published tables stand in the long run; test/domain/outcome.test.ts computes all of them here as well.
test(
  'a published table replays to exactly its counts, over its base',
  async () => {
    const result = await expectReplay(folder, { name: 'vinh_phuc_2023-12', form: 'nq-96-2023-qh15', base: 47 });
    // The chair of this people's committee had 25 low marks of 47 collected: past one half, under two thirds.
    expect(result.subjects.map(({ tier }) => tier)).toEqual([0, 0, 0, 1, 0, 0, 0]);
  },
  patience,
);

test(
  'exactly one half has no consequence, just above and just below two thirds tier 1, exactly two thirds tier 2',
  async () => {
    const low = [9, 10, 11, 12];
    const rows = low.map((count) => ({ position: `${count}/18`, high: 18 - count, confidence: 0, low: count }));
    const path = join(folder, 'thresholds.json');
    writeFileSync(path, JSON.stringify({ body: 'Đảng ủy Ngưỡng', percent_base: null, rows }));
    const { subjects } = await replayTable(folder, 'thresholds', path, 'qd-96-2023');
    expect(subjects.map(({ tier }) => tier)).toEqual([0, 1, 1, 2]);
  },
  patience,
);
