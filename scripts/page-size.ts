import { globSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildPages, isBuilt } from '../src/cli/build-pages.ts';
import { pages, verifierAddress, verifierLimit } from '../src/contract/service/pages.ts';

// The compressed first load of each page with everything it fetches, in bytes as gzip, and the most it may be.
const folder = fileURLToPath(new URL('../dist/web', import.meta.url));

/** Fetched by every page for people who are signed in, and only where the data is damaged. */
const seldom = ['unreadable-note'];

if (!isBuilt()) await buildPages();
for (const { folder: page, limit, later = [], laterLimits = {} } of pages) {
  const known = new Set<string>();
  const files = firstLoad(`/${page}/index.html`, [...later, ...seldom], known);
  const sizes = files.map((file): [string, number] => [file, statSync(`${folder}${file}.gz`).size]);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  for (const [file, size] of sizes) console.log(`${String(size).padStart(8)}  ${file}`);
  console.log(`${String(total).padStart(8)}  ${page} (at most ${limit})`);
  if (total > limit) process.exitCode = 1;
  for (const [part, most] of Object.entries(laterLimits)) {
    const own = fileCalled(part);
    const size = firstLoad(own, [], new Set(known)).reduce(
      (sum, file) => sum + statSync(`${folder}${file}.gz`).size,
      0,
    );
    console.log(`${String(size).padStart(8)}  ${page}, later: ${part} (at most ${most})`);
    if (size > most) process.exitCode = 1;
  }
}
const verifier = statSync(`${folder}${verifierAddress}.gz`).size;
console.log(`${String(verifier).padStart(8)}  ${verifierAddress}, whole (at most ${verifierLimit})`);
if (verifier > verifierLimit) process.exitCode = 1;

/** The built program whose name begins so. */
function fileCalled(part: string): string {
  const [found] = globSync(`assets/${part}-*.js`, { cwd: folder });
  if (found === undefined) throw new Error(`no built file is called ${part}`);
  return `/${found}`;
}

/** A file and all built files that it names, and those that they name, but what is fetched later. */
function firstLoad(file: string, later: readonly string[], known = new Set<string>()): string[] {
  if (known.has(file) || later.some((name) => file.startsWith(`/assets/${name}`))) return [];
  known.add(file);
  const named = readFileSync(`${folder}${file}`, 'utf8').match(/\/(?:assets\/[\w.-]+|start)\.(?:js|css)\b/g) ?? [];
  return [file, ...named.flatMap((one) => firstLoad(one, later, known))];
}
