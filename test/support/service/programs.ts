import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian has a program; elsewhere whatever the path gives. Something else of that name may come first in it. */
const placeOf = (name: string): string => (existsSync(`/usr/bin/${name}`) ? `/usr/bin/${name}` : name);

/** Runs a program of Debian and gives what it printed. Throws with `code`, `stdout` and `stderr` where it fails. */
export async function runProgram(name: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(placeOf(name), args, { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return stdout;
}
