import { readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Where the programs are built to that `phieu` runs: every build to a folder of its own, in which whoever has begun with it
 * finds the rest. One file names the newest, and says when that was begun.
 */
export const serviceFolder = join(root, 'dist', 'service');
export const newestBuild = join(serviceFolder, 'newest');

/** Everything but the pages, and the packages as they are installed. */
const serviceSources = [
  ...['protocol', 'domain', 'contract', 'print', 'client', 'server', 'cli'].map((part) => `src/${part}`),
  'package-lock.json',
];

/** Whether the newest build in `dist/service` is of the sources as they stand now. */
export function isServiceBuilt(): boolean {
  return isUpToDate(newestBuild, serviceSources);
}

/**
 * Whether nothing was written, added or removed since the build whose beginning the stamp tells.
 * @param sources files, and folders with all that is in them, from the project's folder on
 */
export function isUpToDate(stamp: string, sources: readonly string[]): boolean {
  const built = writtenAt(stamp);
  if (built === undefined) return false;
  // Every start waits for this: a thousand paths are put together by hand, which takes half the time.
  const isOlder = (path: string): boolean => (writtenAt(path) ?? built) < built;
  const areOlder = (folder: string): boolean =>
    isOlder(folder) &&
    readdirSync(folder, { withFileTypes: true }).every((entry) => {
      const path = `${folder}${sep}${entry.name}`;
      return entry.isDirectory() ? areOlder(path) : isOlder(path);
    });
  return sources.every((source) => {
    const path = resolve(root, source);
    return statSync(path).isDirectory() ? areOlder(path) : isOlder(path);
  });
}

/** Milliseconds; undefined where there is no such file. */
function writtenAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
