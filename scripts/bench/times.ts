import { spawnSync } from 'node:child_process';
import { toolPath } from '../../test/support/service/belenios.ts';

/** Every number is the median of so many rounds. */
export const rounds = 5;

/** Milliseconds of processor time that this process takes for something. */
export function milliseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The same for a command of the tool, which the shell knows; in ticks of 10 ms. */
export function toolMilliseconds(folder: string, ...args: string[]): number {
  const command = ['-c', '"$@" >/dev/null 2>&1 && times', 'sh', toolPath('3.0'), 'election', ...args];
  const { stdout } = spawnSync('sh', command, { cwd: folder, encoding: 'utf8' });
  const [user, system] = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60_000 + Number(seconds) * 1000,
  );
  if (user === undefined || system === undefined) throw new Error(`belenios-tool ${args.join(' ')} failed`);
  return user + system;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
