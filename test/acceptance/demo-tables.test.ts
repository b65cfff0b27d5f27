import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectReplay } from '../support/build/table-replay.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

// The other published tables stand in the long run, with one whose rows stand on each threshold; here
// test/domain/result/outcome.test.ts computes all of them.
test('a published table replays to exactly its counts, over its base', async () => {
  const result = await expectReplay(folder, { name: 'vinh_phuc_2023-12', form: 'nq-96-2023-qh15', base: 47 });
  // The chair of this people's committee had 25 low marks of 47 collected: past one half, under two thirds.
  expect(result.subjects.map(({ tier }) => tier)).toEqual([0, 0, 0, 1, 0, 0, 0]);
}, 600_000);
