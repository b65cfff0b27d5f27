import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import { serve } from '../../src/server/start/serve.ts';
import { makeCertificate } from '../support/service/certificate.ts';

let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phieu-tls-'));
  await makeCertificate(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

function start(change: Record<string, string> = {}) {
  const own = { TLS_CERT: file('cert.pem'), TLS_KEY: file('key.pem'), TLS_PORT: '0' };
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: file('data'), ...own, ...change });
  if (!read.ok) throw new Error(read.problem.en);
  return serve(read.config, { write: () => {} });
}

function ask(url: string, headers: Record<string, string>, method = 'GET'): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, headers, ca: readFileSync(file('cert.pem')), servername: 'localhost' },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

test('with a certificate of its own the service speaks TLS beside plain http, and both stop together', async () => {
  const started = await start({ PUBLIC_URL: 'http://192.168.1.10:3000' });
  if (!started.ok) throw new Error(started.refusal);
  const { tlsUrl, url, setupUrl, stop } = started.service;
  const fromHall = { host: 'laptop.hall' };
  expect(await ask(`${tlsUrl}/api/me`, fromHall)).toMatchObject({ status: 401 });
  expect(await ask(`${tlsUrl}/`, fromHall)).toMatchObject({ status: 200 });
  expect((await fetch(`${url}/api/me`)).status).toBe(401);
  // Where nobody could sign in, nobody is sent to be made administrator.
  expect(setupUrl).toMatch(/^http:\/\/localhost:/);
  // Safari before 16.4 says where a page came from by `Origin` alone.
  const origin = { ...fromHall, origin: 'https://laptop.hall', 'content-type': 'application/json' };
  expect((await ask(`${tlsUrl}/api/sign-in`, origin, 'POST')).body).not.toContain('cross-site');
  const evil = { ...origin, origin: 'https://evil.example' };
  expect((await ask(`${tlsUrl}/api/sign-in`, evil, 'POST')).body).toContain('cross-site');
  await stop();
  await expect(ask(`${tlsUrl}/`, fromHall)).rejects.toThrow();
});

test('a certificate that is none, or has no key, stops the start with a sentence that names it', async () => {
  writeFileSync(file('none.pem'), 'none');
  writeFileSync(file('empty.pem'), '');
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(file('other.pem'), other);
  const refused = async (change: Record<string, string>) => {
    const started = await start(change);
    return started.ok ? 'started' : started.refusal;
  };
  for (const name of ['none.pem', 'empty.pem', 'key.pem']) {
    expect(await refused({ TLS_CERT: file(name) })).toBe('tls-certificate-invalid');
  }
  for (const name of ['none.pem', 'empty.pem', 'cert.pem']) {
    expect(await refused({ TLS_KEY: file(name) })).toBe('tls-key-invalid');
  }
  expect(await refused({ TLS_CERT: file('empty.pem'), TLS_KEY: file('empty.pem') })).toBe('tls-certificate-invalid');
  expect(await refused({ TLS_CERT: file('missing.pem') })).toBe('tls-certificate-unreadable');
  expect(await refused({ TLS_KEY: file('missing.pem') })).toBe('tls-key-unreadable');
  expect(await refused({ TLS_KEY: folder })).toBe('tls-key-unreadable');
  expect(await refused({ TLS_KEY: file('other.pem') })).toBe('tls-files-apart');
  const brokenChain = `${readFileSync(file('cert.pem'), 'utf8')}-----BEGIN CERTIFICATE-----\nbm9uZQ==\n-----END CERTIFICATE-----\n`;
  writeFileSync(file('chain.pem'), brokenChain);
  expect(await refused({ TLS_CERT: file('chain.pem') })).toBe('tls-files-refused');
  expect(readConfig({ TLS_CERT: 'cert.pem' })).toMatchObject({
    ok: false,
    problem: { en: expect.stringContaining('TLS_KEY') },
  });
});
