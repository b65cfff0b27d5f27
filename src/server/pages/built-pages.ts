import { hash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { pages, verifierAddress } from '../../contract/service/pages.ts';
import { attachedAs } from '../http/attachment.ts';
import { pageOfOffice } from './office-name.ts';

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
 * Names a file's content, however it is compressed. Size and time of a file, which the library would take, are the same
 * for two builds in one second, and differ between two machines that serve the same build.
 */
function etagOf(content: Buffer | string): string {
  return `W/"${hash('sha256', content, 'base64url')}"`;
}

/** Whether a browser has this content already (RFC 9110 §13.1.2: weakly compared). */
function hasAlready(asked: string | undefined, etag: string): boolean {
  const [bare] = opaqueTags(etag);
  return asked?.trim() === '*' || opaqueTags(asked ?? '').some((tag) => tag === bare);
}

function opaqueTags(field: string): readonly string[] {
  return field.match(/"[^"]*"/g) ?? [];
}

interface Options {
  readonly folder?: string;
  /** Null: pages bear the service's name alone. */
  readonly officeName?: string | null;
}

/**
 * Serves the pages of `src/web`, compressed when they were built, with an ETag of their content as it is first asked for;
 * their assets carry hashes and may be kept.
 */
export const builtPageRoutes: FastifyPluginAsync<Options> = async (
  scope,
  { folder = builtFolder, officeName = null },
) => {
  // Only what is named here has an address; every header of caching is ours.
  const files = { serve: false, preCompressed: true, acceptRanges: false, index: false } as const;
  const caching = { cacheControl: false, etag: false, lastModified: false } as const;
  await scope.register(fastifyStatic, { root: folder, ...files, ...caching });
  const names = globSync('**/*.{html,js,css,svg,ttf,wasm,icc}', { cwd: folder }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  for (const [name, url] of addresses) {
    if (!names.includes(name)) {
      scope.get(url, { exposeHeadRoute: true, config: { page: true } }, async (_request, reply) =>
        reply.code(503).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(notBuilt),
      );
    }
  }
  const sent = fileSender(folder, officeName);
  for (const name of names.filter((each) => !isAsset(each))) {
    scope.get(addresses.get(name) ?? `/${name}`, { exposeHeadRoute: true, config: { page: true } }, sent(name));
  }
  // One address for all of them: the router compiles a function for each that it is told.
  const assets = new Map(names.filter(isAsset).map((name) => [basename(name), sent(name)]));
  scope.get<{ Params: { name: string } }>(
    '/assets/:name',
    { exposeHeadRoute: true, config: { page: true } },
    async (request, reply) => {
      const send = assets.get(request.params.name);
      return send === undefined ? reply.callNotFound() : send(request, reply);
    },
  );
};

function isAsset(name: string): boolean {
  return dirname(name) === 'assets';
}

/** Answers with one file, or that the browser has it. */
function fileSender(folder: string, officeName: string | null) {
  const known = async (name: string): Promise<Sent> => {
    const content = await readFile(join(folder, name));
    if (officeName === null || !addresses.has(name)) {
      return { etag: etagOf(content), send: (_request, reply) => reply.sendFile(name) };
    }
    const { html, send } = pageOfOffice(content.toString(), officeName);
    return { etag: etagOf(html), send };
  };
  return (name: string) => {
    const headers = headersFor(name);
    let file: Sent | undefined;
    return async (request: FastifyRequest, reply: FastifyReply) => {
      file ??= await known(name);
      const { etag, send } = file;
      reply.headers({ ...headers, etag });
      if (hasAlready(request.headers['if-none-match'], etag)) {
        return reply.code(304).header('vary', 'accept-encoding').send();
      }
      // Conditions under which nothing is wanted: no browser sets them when it reads.
      delete request.raw.headers['if-match'];
      delete request.raw.headers['if-unmodified-since'];
      return send(request, reply);
    };
  };
}

interface Sent {
  readonly etag: string;
  send(request: FastifyRequest, reply: FastifyReply): FastifyReply;
}
