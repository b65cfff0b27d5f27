import { dirname, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** How a source names a program that runs apart: a worker's, or that of another process. */
const programs = /new URL\('(\.[^']+\.ts)', import\.meta\.url\)/g;

/**
 * Lets a built file find what its sources find: programs that run apart are built with it, and everything else (rules,
 * migrations, faces, pages) stays where it is, so `import.meta.url` goes on naming the place of the source.
 * @param root the project's folder
 * @param output where the built files will be
 */
export function ownPlaces(root: string, output: string): Plugin {
  return {
    name: 'own-places',
    // Before Vite's own, which asks for programs at a page's address.
    enforce: 'pre',
    resolveFileUrl: ({ relativePath }) => `new URL(${JSON.stringify(relativePath)}, import.meta.url)`,
    transform: {
      order: 'pre',
      handler(code, id) {
        const [path = ''] = id.split('?');
        // A file that asks by the older word would look for its neighbours in the wrong place.
        if (path.includes('/node_modules/') && /\b__dirname\b/.test(code) && !findsNothing.test(path)) {
          throw new Error(`${path}: leave it out of what is built, it looks for files beside itself`);
        }
        if (!path.startsWith(root) || !code.includes('import.meta.url')) return null;
        const built = code.replace(programs, (_whole, name: string) => {
          const reference = this.emitFile({ type: 'chunk', id: resolve(dirname(path), name) });
          return `import.meta.ROLLUP_FILE_URL_${reference}`;
        });
        const source = JSON.stringify(relative(output, path).replaceAll('\\', '/'));
        // Line by line the same: the source maps need no more.
        return { code: built.replaceAll('import.meta.url', `new URL(${source}, import.meta.url).href`), map: null };
      },
    },
  };
}

/** Files of packages that name `__dirname` in what is not used here: pino's writing in a thread of its own. */
const findsNothing = /\/node_modules\/(?:pino|thread-stream|commander)\//;
