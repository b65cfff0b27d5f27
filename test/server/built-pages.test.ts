import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
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

function served(officeName: string | null = null) {
  const app = fastify();
  app.register(builtPageRoutes, { folder, officeName });
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

test('a page says whose it is, escaped, compressed as the browser takes it, and is asked for anew under another name', async () => {
  build('vote/index.html', '<meta name="office" content=""><p>Phiếu');
  build('assets/page-abc.js', 'const place = \'<meta name="office" content="">\'');
  const app = served('A & "B" <i> $&');
  const page = await app.inject('/v');
  expect(page.body).toBe('<meta name="office" content="A &amp; &quot;B&quot; &lt;i&gt; $&amp;"><p>Phiếu');
  expect(page.headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'accept-encoding' });
  const headers = { 'accept-encoding': 'gzip, deflate, br' };
  const compressed = await app.inject({ url: '/v', headers });
  expect(compressed.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(compressed.rawPayload).toString()).toBe(page.body);
  const held = { 'if-none-match': String(page.headers.etag) };
  expect((await app.inject({ url: '/v', headers: held })).statusCode).toBe(304);
  expect((await served('C').inject({ url: '/v', headers: held })).statusCode).toBe(200);
  expect((await app.inject('/assets/page-abc.js')).body).toContain('content=""');
});

test('whatever pages fetch is served, decoders of pictures and profiles of colours too', async () => {
  build('assets/decoder-abc.wasm', '\0asm');
  build('assets/colours-abc.icc', 'icc');
  const app = served();
  const decoder = await app.inject('/assets/decoder-abc.wasm');
  expect([decoder.statusCode, decoder.headers['content-type']]).toEqual([200, 'application/wasm']);
  expect((await app.inject('/assets/colours-abc.icc')).statusCode).toBe(200);
  for (const compressed of ['/assets/decoder-abc.wasm.br', '/assets/decoder-abc.wasm.gz']) {
    expect((await app.inject(compressed)).statusCode).toBe(404);
  }
});

test('a page that has not changed is not sent again', async () => {
  build('vote/index.html', '<p>Phiếu');
  const app = served();
  const headers = { 'accept-encoding': 'gzip' };
  const { headers: first } = await app.inject({ url: '/v', headers });
  const again = await app.inject({ url: '/v', headers: { ...headers, 'if-none-match': String(first.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  for (const condition of [{ range: 'bytes=99999999-' }, { 'if-match': '"other"' }]) {
    expect((await app.inject({ url: '/v', headers: { ...headers, ...condition } })).statusCode).toBe(200);
  }
  expect(again.headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'accept-encoding', etag: first.etag });
  for (const held of [`"other", ${first.etag}`, String(first.etag).replace('W/', ''), '*']) {
    expect((await app.inject({ url: '/v', headers: { ...headers, 'if-none-match': held } })).statusCode).toBe(304);
  }
  for (const held of ['"other"', 'W/"other"', '']) {
    expect((await app.inject({ url: '/v', headers: { ...headers, 'if-none-match': held } })).statusCode).toBe(200);
  }
});

test('a newer build is sent even if its page is as long and was written in the same second, and an equal one is not', async () => {
  const written = new Date();
  const page = join(folder, 'vote/index.html');
  const buildAt = (content: string, at = written) => {
    build('vote/index.html', content);
    for (const ending of ['', '.gz', '.br']) utimesSync(`${page}${ending}`, at, at);
  };
  buildAt('<p>Phiếu 1');
  const headers = { 'accept-encoding': 'gzip' };
  const { headers: first } = await served().inject({ url: '/v', headers });
  const again = { ...headers, 'if-none-match': String(first.etag) };
  buildAt('<p>Phiếu 2');
  const changed = await served().inject({ url: '/v', headers: again });
  expect(changed.statusCode).toBe(200);
  expect(gunzipSync(changed.rawPayload).toString()).toBe('<p>Phiếu 2');
  buildAt('<p>Phiếu 1', new Date(written.getTime() + 60_000));
  expect((await served().inject({ url: '/v', headers: again })).statusCode).toBe(304);
  expect((await served().inject({ url: '/v', headers: { 'if-none-match': again['if-none-match'] } })).statusCode).toBe(
    304,
  );
});

test('nothing beside the built pages has an address', async () => {
  build('assets/page-abc.js', 'vote()');
  writeFileSync(join(folder, 'assets', 'notes.txt'), 'secret');
  const app = served();
  for (const url of ['/assets/notes.txt', '/assets/page-abc.js.gz', '/assets/', '/assets/%2e%2e/vote']) {
    expect((await app.inject(url)).statusCode).toBe(404);
  }
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
