import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { serverProcess } from '../support/service/server-process.ts';
import { administrator } from '../support/service/service.ts';
import { newFolder } from '../support/service/stores.ts';

const launcher = fileURLToPath(new URL('../../bin/phieu.mjs', import.meta.url));

/** The service as a terminal starts it: in a group of processes of its own. */
async function inTerminal(folder: string, settings: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, PUBLIC_URL: '', ...settings };
  const child = spawn(process.execPath, [launcher, 'serve'], {
    detached: true,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: string[] = [];
  const ended = once(child, 'close');
  createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> }).on('line', (line) => said.push(line));
  await expect.poll(() => said.some((line) => line.startsWith('Dữ liệu / Data: '))).toBe(true);
  return { said, ended, group: -(child.pid ?? 0) };
}

test('one key press that stops it reaches it more than once, and it still finishes what it does', async () => {
  const folder = newFolder();
  const { ended, group, said } = await inTerminal(folder);
  expect(said).toContain(`Dữ liệu / Data: ${folder}`);
  process.kill(group, 'SIGINT');
  process.kill(group, 'SIGINT');
  expect(await ended).toEqual([0, null]);
  // A database that was closed has put its log away.
  expect(readdirSync(folder).filter((name) => /-wal|-shm/.test(name))).toEqual([]);
});

test('a secret that was left behind on a move is said at the start, once people have accounts', async () => {
  const folder = newFolder();
  const first = await serverProcess(folder);
  const tokenOf = () => /\/setup#(\S+)/.exec(first.said.join('\n'))?.[1];
  await expect.poll(tokenOf).toBeDefined();
  expect(first.said.join()).not.toContain('token.secret');
  const body = JSON.stringify({ token: tokenOf(), ...administrator });
  const headers = { 'content-type': 'application/json', origin: first.url };
  expect((await fetch(`${first.url}/api/setup`, { method: 'POST', headers, body })).status).toBe(201);
  await first.end('SIGTERM');
  rmSync(join(folder, 'token.secret'));
  const second = await serverProcess(folder);
  await expect.poll(() => second.said.join()).toContain('token.secret');
  await second.end('SIGTERM');
  expect(second.said.join()).toContain('The data folder had no token.secret');
});
