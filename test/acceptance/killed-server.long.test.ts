import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { phieu } from '../support/service/commands.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a server killed before every step of a vote goes on from its database, with every acknowledged ballot', async () => {
  const options = ['--subjects', '2', '--voters', '6', '--kill-between-steps', '--lang', 'en'];
  const said = await phieu(['demo', '--out', folder, ...options]);
  expect(said.stderr).toBe('');
  expect(said.status).toBe(0);
  const [, found, cast] = /Phones find their trackers: (\d+)\/(\d+)/.exec(said.stdout) ?? [];
  expect(found).toBe(cast);
  const result = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  expect(result).toMatchObject({ summoned: 6, issued: 6, collected: 6 });
}, 600_000);
