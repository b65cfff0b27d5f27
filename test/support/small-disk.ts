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
  const folder = mkdtempSync(join(tmpdir(), 'phieu-disk-'));
  const isMounted = mount(folder, megabytes);
  onTestFinished(() => {
    if (isMounted) execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true });
  });
  return isMounted ? mounted(folder, megabytes) : limited(folder);
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
  const fill = () => {
    try {
      for (let at = 0; at < megabytes * 256; at++) writeFileSync(filler, Buffer.alloc(4096), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  };
  return { folder, fill, free: () => rmSync(filler) };
}

function limited(folder: string): SmallDisk {
  const limit = (most: string) => execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${most}:unlimited`]);
  return { folder, fill: () => limit('0'), free: () => limit('unlimited') };
}
