import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pages, verifierAddress } from '../../contract/service/pages.ts';

/** Where `npm run build` puts the pages. */
const builtFolder = fileURLToPath(new URL('../../../dist/web/', import.meta.url));

/** Addresses of the pages; every other built file is served under its own name. */
const addresses: ReadonlyMap<string, string> = new Map(
  pages.map(({ folder, address }) => [`${folder}/index.html`, address]),
);

const types: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.ttf', 'font/ttf'],
]);

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
    ...(`/${name}` === verifierAddress && { 'content-disposition': `attachment; filename="${name}"` }),
  };
}

interface BuiltFile {
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/** Serves the pages of `src/web`, compressed when they were built; their assets carry hashes and may be kept. */
export function builtPageRoutes(app: FastifyInstance, folder = builtFolder): void {
  const names = globSync('**/*.{html,js,css,svg,ttf}', { cwd: folder }).map((name) => name.replaceAll('\\', '/'));
  for (const [name, url] of addresses) {
    if (!names.includes(name)) {
      app.get(url, { config: { page: true } }, async (_request, reply) =>
        reply.code(503).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(notBuilt),
      );
    }
  }
  for (const name of names) {
    const file = readBuilt(join(folder, name));
    const url = addresses.get(name) ?? `/${name}`;
    const type = types.get(extname(name)) ?? 'application/octet-stream';
    app.get(url, { config: { page: true } }, async (request, reply) =>
      sendBuilt(request, reply.type(type).headers(headersFor(name)), file),
    );
  }
}

function readBuilt(path: string): BuiltFile {
  return { plain: readFileSync(path), br: readFileSync(`${path}.br`), gzip: readFileSync(`${path}.gz`) };
}

function sendBuilt(request: FastifyRequest, reply: FastifyReply, file: BuiltFile): FastifyReply {
  reply.header('vary', 'accept-encoding');
  const taken = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((part) => part.trim());
  // Browsers take Brotli over TLS and from this machine only.
  if (taken.includes('br')) return reply.header('content-encoding', 'br').send(file.br);
  if (taken.includes('gzip')) return reply.header('content-encoding', 'gzip').send(file.gzip);
  return reply.send(file.plain);
}
