import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fastify from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtPageRoutes } from '../../src/server/pages/built-pages.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phieu-pages-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function build(name: string, content: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, `${name}.gz`), gzipSync(content));
  writeFileSync(join(folder, `${name}.br`), 'as Brotli');
}

function served() {
  const app = fastify();
  builtPageRoutes(app, folder);
  return app;
}

test('a page is asked for anew each time, its assets are kept, and both come compressed as the browser takes it', async () => {
  build('vote/index.html', '<p>Phiếu');
  build('assets/page-abc.js', 'vote()');
  const app = served();
  const page = await app.inject('/v');
  expect(page.body).toBe('<p>Phiếu');
  expect(page.headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'accept-encoding' });
  expect(page.headers['content-encoding']).toBeUndefined();
  const url = '/assets/page-abc.js';
  const brotli = await app.inject({ url, headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } });
  expect(brotli.body).toBe('as Brotli');
  expect(brotli.headers['content-encoding']).toBe('br');
  const plainHttp = await app.inject({ url, headers: { 'accept-encoding': 'gzip, deflate' } });
  expect(plainHttp.headers).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': expect.stringContaining('immutable'),
  });
  expect(plainHttp.rawPayload).toEqual(gzipSync('vote()'));
});

test('where the pages were not built, their address says how', async () => {
  const answer = await served().inject('/v');
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('npm run build');
});

test('only a worker that says so in its name may compile WebAssembly, and reaches nothing', async () => {
  build('assets/verify.wasm.worker-Ab_1-x.js', 'verify()');
  build('assets/seal.worker-Ab_1-x.js', 'seal()');
  const app = served();
  const worker = await app.inject('/assets/verify.wasm.worker-Ab_1-x.js');
  expect(worker.headers['content-security-policy']).toBe("default-src 'none'; script-src 'wasm-unsafe-eval'");
  const other = await app.inject('/assets/seal.worker-Ab_1-x.js');
  expect(other.headers['content-security-policy']).toBeUndefined();
});

test('the page that is one file is served to be kept', async () => {
  build('phieu-verify.html', '<p>Hồ sơ');
  const { headers } = await served().inject('/phieu-verify.html');
  expect(headers['content-disposition']).toBe('attachment; filename="phieu-verify.html"');
});
