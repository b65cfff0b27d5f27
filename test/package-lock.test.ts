import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly gypfile?: boolean;
  readonly hasInstallScript?: boolean;
}

const root = new URL('../', import.meta.url);
const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));
const packages = Object.entries(lock.packages as Record<string, Entry>).filter(([path]) => path !== '');

// `npm ci` goes by the lock file alone: where it does not say `gypfile: false`, npm looks for Python, make and headers
// from the Internet for whatever has a binding.gyp, and fails without. `npm install` may drop the line again.
test('installing compiles nothing and asks for no compiler', () => {
  const compiled = packages.filter(
    ([path, entry]) =>
      existsSync(new URL(`${path}/binding.gyp`, root)) && entry.gypfile !== false && !entry.hasInstallScript,
  );
  expect(compiled.map(([path]) => path)).toEqual([]);
  expect(lock.packages['node_modules/better-sqlite3'].gypfile).toBe(false);
});

test('the lock file names no registry, and every package of the running service by its hash', () => {
  expect(packages.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  const unproven = packages.filter(([, entry]) => entry.integrity === undefined);
  expect(unproven.filter(([, entry]) => !(entry.dev && entry.optional)).map(([path]) => path)).toEqual([]);
});
