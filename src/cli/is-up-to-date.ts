import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the programs are built to that `phieu` runs, and its file that says when that began. */
export const serviceFolder = join(root, 'dist', 'service');
const serviceStamp = join(serviceFolder, 'built');

/** Everything but the pages, and the packages as they are installed. */
const serviceSources = [
  ...['protocol', 'domain', 'contract', 'print', 'client', 'server', 'cli'].map((part) => `src/${part}`),
  'package-lock.json',
];

/** Whether `dist/service` holds what `phieu` runs as its sources stand now. */
export function isServiceBuilt(): boolean {
  return isUpToDate(serviceStamp, serviceSources);
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
