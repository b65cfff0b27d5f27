import { globSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Command } from 'commander';
import { type Page, pages, verifierAddress } from '../contract/service/pages.ts';
import { buildVerifier } from './build-verifier.ts';
import { inProduction } from './in-production.ts';
import { inlineIcons } from './inline-icons.ts';
import { isUpToDate } from './is-up-to-date.ts';
import { pageHtml } from './page-html.ts';
import { bundling, pureDeclarations } from './pure-declarations.ts';
import { putInPlace } from './put-in-place.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = join(root, 'dist', 'web');
const stamp = join(output, 'built');
const sources = [
  ...['protocol', 'domain', 'contract', 'print', 'client', 'web'].map((part) => `src/${part}`),
  'package-lock.json',
  ...['build-pages', 'build-verifier', 'inline-icons', 'page-html', 'pure-declarations', 'put-in-place'].map(
    (name) => `src/cli/${name}.ts`,
  ),
];

/** The oldest phones that are served. */
const target = ['chrome80', 'safari14'];

/** Whether `dist/web` holds the pages as their sources stand now. */
export function isBuilt(): boolean {
  return isUpToDate(stamp, sources);
}

/**
 * Builds the pages to `dist/web`: beside the old ones, and put in their place at once, so that a server that starts
 * meanwhile finds all or nothing.
 */
export function buildPages(): Promise<void> {
  return inProduction(buildWhole);
}

async function buildWhole(): Promise<void> {
  const fresh = join(root, 'dist', `web-${process.pid}`);
  const begun = new Date();
  rmSync(fresh, { recursive: true, force: true });
  await buildTogether(
    pages.filter(({ isApart = false }) => !isApart),
    fresh,
  );
  for (const page of pages.filter(({ isApart = false }) => isApart)) await buildTogether([page], fresh);
  writeFileSync(join(fresh, verifierAddress), await buildVerifier(join(root, 'src/web'), target));
  for (const name of globSync('**/*.{html,js,css,svg,ttf,wasm,icc}', { cwd: fresh })) await compress(join(fresh, name));
  writeFileSync(join(fresh, 'built'), begun.toISOString());
  // A source that was changed during the build is newer than what was built.
  utimesSync(join(fresh, 'built'), begun, begun);
  putInPlace(fresh, output);
}

/** Pages that share files: what several of them use is fetched once, but a page may fetch more than it uses. */
async function buildTogether(together: readonly Page[], fresh: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    root: join(root, 'src/web'),
    configFile: false,
    logLevel: 'warn',
    publicDir: 'public',
    plugins: [pageHtml(join(root, 'src/web')), inlineIcons(), pureDeclarations()],
    worker: { format: 'iife', plugins: () => [pureDeclarations()], rolldownOptions: bundling },
    build: {
      outDir: fresh,
      emptyOutDir: false,
      target,
      cssTarget: target,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // Sizes have limits of their own (`npm run size`), and whoever starts the service need not read of them.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        ...bundling,
        input: together.map(({ folder }) => join(root, 'src/web', folder, 'index.html')),
      },
    },
  });
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  // The faces that sheets are printed in are large, and fetched by the office only.
  const quality = path.endsWith('.ttf') ? 5 : constants.BROTLI_MAX_QUALITY;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
}

export function pagesCommand(): Command {
  return new Command('pages').description('build the pages to dist/web, for phones from 2020 on').action(buildPages);
}
