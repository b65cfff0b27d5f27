import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { pages, verifierAddress } from '../../contract/service/pages.ts';
import { attachedAs } from '../http/attachment.ts';

/** Where `npm run build` puts the pages. */
const builtFolder = fileURLToPath(new URL('../../../dist/web/', import.meta.url));

/** Addresses of the pages; every other built file is served under its own name. */
const addresses: ReadonlyMap<string, string> = new Map(
  pages.map(({ folder, address }) => [`${folder}/index.html`, address]),
);

const notBuilt = 'Chưa dựng các trang: chạy "npm run build".\nThe pages are not built: run "npm run build".\n';

/**
 * Of a worker called `*.wasm.worker.ts`: it alone may compile WebAssembly, and reaches nothing, unless it is called
 * `*.online.wasm.worker.ts`: then this service. Its answer's own policy counts, not its page's.
 */
const wasmWorkerPolicy = "default-src 'none'; script-src 'wasm-unsafe-eval'";
const onlineWorkerPolicy = `${wasmWorkerPolicy}; connect-src 'self'`;

/** What a file is served with beside its type. */
function headersFor(name: string): Readonly<Record<string, string>> {
  const keep = name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  return {
    'cache-control': keep,
    ...(/\.wasm\.worker-[^/]*\.js$/.test(name) && { 'content-security-policy': wasmWorkerPolicy }),
    ...(/\.online\.wasm\.worker-[^/]*\.js$/.test(name) && { 'content-security-policy': onlineWorkerPolicy }),
    ...(`/${name}` === verifierAddress && attachedAs(name)),
  };
}

/**
 * Serves the pages of `src/web`, compressed when they were built, with an ETag; their assets carry hashes and may be kept.
 */
export const builtPageRoutes: FastifyPluginAsync<{ readonly folder?: string }> = async (
  scope,
  { folder = builtFolder },
) => {
  // Only what is named here has an address; every header of caching is ours.
  const files = { serve: false, preCompressed: true, cacheControl: false, acceptRanges: false, index: false } as const;
  await scope.register(fastifyStatic, { root: folder, ...files });
  const names = globSync('**/*.{html,js,css,svg,ttf}', { cwd: folder }).map((name) => name.replaceAll('\\', '/'));
  for (const [name, url] of addresses) {
    if (!names.includes(name)) {
      scope.get(url, { config: { page: true } }, async (_request, reply) =>
        reply.code(503).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(notBuilt),
      );
    }
  }
  for (const name of names) {
    const url = addresses.get(name) ?? `/${name}`;
    const headers = headersFor(name);
    scope.get(url, { config: { page: true } }, async (request, reply) => {
      // Conditions under which nothing is wanted: no browser sets them when it reads.
      delete request.raw.headers['if-match'];
      delete request.raw.headers['if-unmodified-since'];
      return reply.headers(headers).sendFile(name);
    });
  }
};
