import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('../../bin/phieu.mjs', import.meta.url));
const systemNode = '/usr/bin/node';
const major = (node: string) =>
  Number(spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.split('.')[0]);
/** The machine's own Node where it is too old to run TypeScript; otherwise the one that runs this test. */
const node = existsSync(systemNode) && major(systemNode) < 24 ? systemNode : process.execPath;

test('whatever Node finds it, the command runs on the pinned one and prints nothing but its own output', () => {
  const run = spawnSync(node, [launcher, 'openapi'], { encoding: 'utf8', maxBuffer: 2 ** 24 });
  expect(run.status).toBe(0);
  expect(JSON.parse(run.stdout).openapi).toBe('3.1.0');
  expect(run.stderr).toBe('');
});

test('the exit code of the command comes through', () => {
  const run = spawnSync(node, [launcher, 'no-such-command'], { encoding: 'utf8' });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('no-such-command');
});
