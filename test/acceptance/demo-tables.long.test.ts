import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { expectReplay } from '../support/table-replay.ts';

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
