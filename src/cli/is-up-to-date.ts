import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
  return sources.every((source) => {
    const path = resolve(root, source);
    const within = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, withFileTypes: true }) : [];
    return [path, ...within.map(pathOf)].every((each) => (writtenAt(each) ?? built) < built);
  });
}

function pathOf({ parentPath, name }: Dirent): string {
  return join(parentPath, name);
}

/** Milliseconds; undefined where there is no such file. */
function writtenAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
