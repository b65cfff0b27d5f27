import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit, toolPath, toolsAreHere } from '../support/service/belenios.ts';
import { recordedArchive, testAudit } from '../support/suites/audit-suite.ts';

// Every kind with the version that auditors get from Debian, some with the other; the long run has the rest.
testAudit('3.0', { invalid: 1, orders: 4, blocks: 10, ofTheScript: true });
testAudit('3.3', { invalid: 7, orders: 7, blocks: 25, ofTheScript: false });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.skipIf(!toolsAreHere())('an audit that could not run says so, which is neither yes nor no', async () => {
  const record = join(folder, 'record');
  writeFileSync(record, recordedArchive('zero-ballots/election.bel'));
  expect((await audit('3.0', `${record}.nowhere`)).status).toBe(2);
  expect((await audit('3.0', record, '--tool', '/nowhere/belenios-tool')).status).toBe(2);
  expect((await audit('3.0', record, '--tool', 'true')).status).toBe(2);
  expect((await audit('3.0', record, '--head')).status).toBe(2);
  expect((await audit('3.0', record, '--tool', toolPath('3.3'))).status).toBe(0);
});
