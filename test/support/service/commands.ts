import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { vi } from 'vitest';
import { verifyCommand } from '../../../src/cli/verify.ts';

export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const launcher = fileURLToPath(new URL('../../../bin/phieu.mjs', import.meta.url));

/** Runs `phieu` as a process of its own. */
export function phieu(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [launcher, ...args], { env: { ...process.env, ...environment } });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ status: code ?? -1, stdout, stderr }));
    child.stdin.end();
  });
}

/** Runs one command in this process, which is quicker; gives what it said and with what status it would end. */
export async function runHere(command: Command, args: readonly string[]): Promise<Said> {
  const lines = { stdout: [] as string[], stderr: [] as string[] };
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void lines.stdout.push(String(line)));
  const error = vi.spyOn(console, 'error').mockImplementation((line) => void lines.stderr.push(String(line)));
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    await command.parseAsync([...args], { from: 'user' });
    const status = Number(process.exitCode);
    return { status, stdout: lines.stdout.join('\n'), stderr: lines.stderr.join('\n') };
  } finally {
    process.exitCode = before;
    log.mockRestore();
    error.mockRestore();
  }
}

/** `phieu verify` in this process. */
export function verifyHere(...args: readonly string[]): Promise<Said> {
  return runHere(verifyCommand(), args);
}
