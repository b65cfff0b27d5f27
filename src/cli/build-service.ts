import { readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { inProduction } from './in-production.ts';
import { newestBuild, serviceFolder } from './is-up-to-date.ts';
import { ownPlaces } from './own-places.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** They carry binaries, read files that lie beside them, or are programs of developers. */
const leftOut = [
  ...['better-sqlite3', 'sodium-native', '@node-rs/argon2'],
  ...['@fastify/swagger', '@fastify/swagger-ui', 'fontkit', 'pdfkit', 'piscina'],
  'vite',
];

/** Lets errors of all the others name their sources. */
const stacks = 'name-sources';
/** Files that keep their names: what `bin/phieu.mjs` asks for, and what every program begins with. */
const entries = ['main', 'is-up-to-date', stacks];

/**
 * Builds what `phieu` runs to `dist/service`: the same sources, without types, and of each package what is used, in few
 * files. Node reads them several times as fast as the sources and needs a third of the memory.
 */
export function buildService(): Promise<void> {
  return inProduction(buildWhole);
}

async function buildWhole(): Promise<void> {
  const begun = new Date();
  const name = `${begun.getTime()}-${process.pid}`;
  const output = join(serviceFolder, name);
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [ownPlaces(root, output)],
    ssr: { noExternal: true, external: leftOut },
    build: {
      ssr: true,
      outDir: output,
      target: 'node24',
      sourcemap: true,
      reportCompressedSize: false,
      // Nobody fetches them over a network.
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((entry) => [entry, join(root, 'src/cli', `${entry}.ts`)])),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          sourcemapExcludeSources: true,
          comments: false,
          // Programs that run apart are entries as well.
          banner: ({ isEntry, name: chunk }) => (isEntry && chunk !== stacks ? `import './${stacks}.js';` : ''),
        },
      },
    },
  });
  nameNewest(name, begun);
  for (const old of outdated()) rmSync(join(serviceFolder, old), { recursive: true, force: true });
}

/** In one step: another build may end at the same moment. */
function nameNewest(name: string, begun: Date): void {
  const own = `${newestBuild}-${process.pid}`;
  writeFileSync(own, name);
  // A source that was changed during the build is newer than what was built.
  utimesSync(own, begun, begun);
  renameSync(own, newestBuild);
}

/** A service may run for weeks while others build, and reads some of its files late. */
const buildsKept = 5;

function outdated(): string[] {
  const builds = readdirSync(serviceFolder).filter((name) => /^\d+-\d+$/.test(name));
  return builds.sort((one, other) => Number.parseInt(other, 10) - Number.parseInt(one, 10)).slice(buildsKept);
}

export function buildServiceCommand(): Command {
  return new Command('build-service')
    .description('build what phieu itself runs to dist/service; done by itself when the sources are newer')
    .action(buildService);
}
