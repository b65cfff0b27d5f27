#!/usr/bin/env node
// Starts the command with the Node that this package pins, whatever Node found this file: older ones cannot run
// TypeScript and crash in the database's native code. Plain JavaScript, so that any Node from 20 reads it.
//
// What runs is built from the sources once, and again when they are newer: it starts several times as fast and needs a
// third of the memory (docs/decisions/what-runs-is-built.md).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const neededMajor = 24;
const sources = new URL('../src/cli/main.ts', import.meta.url);
const builds = new URL('../dist/service/', import.meta.url);

function pinnedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    return ['bin/node', 'bin/node.exe'].map((name) => join(folder, name)).find((path) => existsSync(path));
  } catch {
    return undefined;
  }
}

function runWith(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`phieu: ${node} does not start: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128);
  });
}

/** The folder of the newest build; undefined where there is none. */
function newest() {
  const named = new URL('newest', builds);
  if (!existsSync(named)) return undefined;
  const folder = new URL(`${readFileSync(named, 'utf8')}/`, builds);
  return existsSync(new URL('main.js', folder)) ? folder : undefined;
}

/** The newest build where it is of the sources as they stand, which it knows itself. */
async function upToDate() {
  const folder = newest();
  if (folder === undefined) return undefined;
  const { isServiceBuilt } = await import(new URL('is-up-to-date.js', folder).href);
  return isServiceBuilt() ? folder : undefined;
}

/** In a process of its own, whose memory goes with it. Its standard output is not the command's. */
function build() {
  const { status } = spawnSync(process.execPath, [fileURLToPath(sources), 'build-service'], {
    stdio: ['ignore', 2, 2],
  });
  return status === 0 ? newest() : undefined;
}

/** What was built, as it stands now; the sources themselves where nothing can be written here. */
async function run() {
  const folder = (await upToDate()) ?? build();
  if (folder === undefined) {
    console.error(
      'phieu: dist/service cannot be built; the sources are run as they stand, which takes more time and memory',
    );
    return import(sources.href);
  }
  return import(new URL('main.js', folder).href);
}

/**
 * What a service begins with, which runs for weeks and holds little at once. Node would let each half of what has just come
 * into being grow to 32 megabytes; the C library would keep what each thread gave back apart from the others.
 */
const leanly = { flag: '--max-semi-space-size=2', environment: { MALLOC_ARENA_MAX: '1' } };

/** No setting changes that in a process that runs, so it begins anew; where a system cannot do that it goes on as it is. */
function beginLeanly() {
  const [, , command] = process.argv;
  if (!['serve', 'hall'].includes(command) || process.platform === 'win32') return;
  if (process.execve === undefined || process.execArgv.includes(leanly.flag)) return;
  const program = [...process.execArgv, leanly.flag, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  process.execve(process.execPath, [process.execPath, ...program], { ...leanly.environment, ...process.env });
}

if (Number(process.versions.node.split('.')[0]) >= neededMajor) {
  beginLeanly();
  await run();
} else {
  const node = pinnedNode();
  if (node !== undefined) runWith(node);
  else {
    console.error(
      `phieu needs Node ${neededMajor} (this is ${process.versions.node}): run "npm ci" in the project, then "npm start" or "npx phieu".`,
    );
    process.exitCode = 1;
  }
}
