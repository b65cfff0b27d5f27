import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder on a disk of its own that fills up. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no room at all. */
  fill(): void;
  /** Makes room again. */
  free(): void;
}

/**
 * A real file system of some megabytes where this user may mount one; elsewhere this process may write no further file
 * until there is "room" again, which SQLite meets as it meets a quota.
 */
export function aSmallDisk(megabytes: number): SmallDisk {
  const disk = mountedDisk(megabytes);
  if (disk !== undefined) {
    onTestFinished(disk.remove);
    return disk;
  }
  const folder = mkdtempSync(join(tmpdir(), 'phieu-disk-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return limited(folder);
}

/** A real file system of some megabytes; undefined where this user may not mount one. */
export function mountedDisk(megabytes: number): (SmallDisk & { remove(): void }) | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-disk-'));
  if (!mount(folder, megabytes)) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const remove = () => {
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true });
  };
  return { ...mounted(folder, megabytes), remove };
}

function mount(folder: string, megabytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'phieu', folder], { stdio: 'ignore' });
    return true;
  } catch {
    // Not the administrator of this machine, or another system than Linux.
    return false;
  }
}

function mounted(folder: string, megabytes: number): SmallDisk {
  const filler = join(folder, 'filler');
  const write = (bytes: number) => {
    try {
      for (let at = 0; at < megabytes * 2 ** 20; at += bytes) writeFileSync(filler, Buffer.alloc(bytes), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  };
  const fill = () => {
    for (const bytes of [2 ** 20, 4096]) write(bytes);
  };
  return { folder, fill, free: () => rmSync(filler) };
}

function limited(folder: string): SmallDisk {
  const limit = (most: string) => execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${most}:unlimited`]);
  return { folder, fill: () => limit('0'), free: () => limit('unlimited') };
}
