#!/usr/bin/env node
// Starts the command with the Node that this package pins, whatever Node found this file: older ones cannot run
// TypeScript and crash in the database's native code. Plain JavaScript, so that any Node from 20 reads it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const neededMajor = 24;
const main = new URL('../src/cli/main.ts', import.meta.url);

function pinnedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    return ['bin/node', 'bin/node.exe'].map((name) => join(folder, name)).find((path) => existsSync(path));
  } catch {
    return undefined;
  }
}

function runWith(node) {
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`phieu: ${node} does not start: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128);
  });
}

if (Number(process.versions.node.split('.')[0]) >= neededMajor) {
  await import(main.href);
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
