import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { type AddressInfo, isIPv4 } from 'node:net';
import { type NetworkInterfaceInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkServerIdentity, connect, createServer, type PeerCertificate } from 'node:tls';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../../src/server/config.ts';
import { hallAddresses } from '../../../src/server/start/hall-addresses.ts';
import { type HallNames, makeAuthority, makeHallCertificate } from '../../../src/server/start/hall-certificate.ts';
import { type HallChoice, prepareHall } from '../../../src/server/start/prepare-hall.ts';
import { serve } from '../../../src/server/start/serve.ts';
import { makeCertificate } from '../../support/service/certificate.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-hall-'));
  folders.push(folder);
  return folder;
}

const address = '192.168.1.10';
const day = 86_400_000;

test('addresses are private ones of networks; those between programs and tunnels come last', () => {
  const of = (...addresses: string[]) =>
    addresses.map((one) => ({ address: one, internal: one.startsWith('127.') }) as NetworkInterfaceInfo);
  expect(
    hallAddresses({
      lo: of('127.0.0.1', '::1'),
      docker0: of('172.17.0.1'),
      tun0: of('10.8.0.2'),
      wlp2s0: of('fe80::1', '192.168.1.10'),
      eth0: of('203.0.113.7', '172.32.0.1', '169.254.3.4', '10.0.0.5'),
    }),
  ).toEqual(['192.168.1.10', '10.0.0.5', '172.17.0.1', '10.8.0.2']);
  expect(hallAddresses({ lo: of('127.0.0.1') })).toEqual([]);
});

/** What a client that trusts an authority alone says of a server that shows this certificate under this host. */
async function accepted(authority: string, shown: { certificate: string; key: string }, host: string): Promise<string> {
  const server = createServer({ cert: shown.certificate, key: shown.key }, (socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const said = await new Promise<string>((resolve) => {
    const socket = connect({
      ...{ host: '127.0.0.1', port, ca: authority, servername: isIPv4(host) ? '' : host },
      checkServerIdentity: (_name, certificate) => checkServerIdentity(host, certificate),
    });
    socket.once('secureConnect', () => resolve('accepted'));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(`${error.code}: ${error.message}`));
    socket.resume();
  });
  await new Promise((resolve) => server.close(resolve));
  return said;
}

test.each<[string, HallNames]>([
  ['two addresses', { names: [], addresses: [address, '10.0.0.5'] }],
  ['a name and an address', { names: ['phieu.hall'], addresses: [address] }],
  ['one name', { names: ['phieu.hall'], addresses: [] }],
])(
  'whoever trusts nothing but the authority of %s takes its certificate, and none that it issues for others',
  async (_what, hall) => {
    const { authority, issue } = await makeAuthority(hall, new Date());
    const own = await issue(hall);
    for (const host of [...hall.names, ...hall.addresses])
      expect(await accepted(authority, own, host)).toBe('accepted');
    expect(await accepted(authority, own, '192.168.1.11')).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
    for (const host of ['evil.example', 'phieu.hall.example', '192.168.1.11', '10.0.0.6']) {
      const other = await issue(isIPv4(host) ? { names: [], addresses: [host] } : { names: [host], addresses: [] });
      expect(await accepted(authority, other, host), host).toMatch(/(?:permitted|excluded) subtree violation/);
    }
    const stranger = await makeHallCertificate(hall, new Date());
    const [known = ''] = [...hall.names, ...hall.addresses];
    expect(await accepted(authority, stranger, known)).not.toBe('accepted');
  },
);

test('both certificates end within 60 days; the authority speaks for these names only and issues no other authority', async () => {
  const now = new Date('2026-12-01T07:00:00Z');
  const made = await makeHallCertificate({ names: [], addresses: [address] }, now);
  const [authority, certificate] = [new X509Certificate(made.authority), new X509Certificate(made.certificate)];
  for (const { validFromDate, validToDate } of [authority, certificate]) {
    expect(validFromDate.getTime()).toBeLessThanOrEqual(now.getTime() - day);
    expect(validToDate.getTime() - validFromDate.getTime()).toBeLessThan(60 * day);
  }
  expect([authority.ca, certificate.ca]).toEqual([true, false]);
  expect(certificate.subjectAltName).toBe(`IP Address:${address}`);
  // Critical: id-ce-nameConstraints, then TRUE (RFC 5280 §4.2.1.10).
  expect(authority.raw.toString('hex')).toContain('0603551d1e0101ff');
  // Basic constraints: CA, no authority below it.
  expect(authority.raw.toString('hex')).toContain('0603551d130101ff040830060101ff020100');
});

type Settings = Record<string, string>;

async function prepared(
  folder: string,
  choice: HallChoice = {},
  addresses = [address],
  now = new Date(),
  settings = {},
) {
  const read = readConfig({ DATA_DIR: folder, ...(settings as Settings) });
  if (!read.ok) throw new Error(read.problem.en);
  const made = await prepareHall(read.config, choice, addresses, now);
  return made.ok ? made.value : made.refusal;
}

test('a hall gets plain http for papers, TLS for who signs in, and no key of an authority is left anywhere', async () => {
  const folder = newFolder();
  const file = (name: string) => join(folder, 'hall', name);
  expect(await prepared(folder, {}, [address, '10.0.0.5'])).toEqual({
    settings: {
      PUBLIC_URL: `http://${address}:3000`,
      TLS_CERT: file('certificate.pem'),
      TLS_KEY: file('key.pem'),
      TLS_AUTHORITY: file('authority.pem'),
    },
    certificate: 'made',
    others: ['10.0.0.5'],
  });
  const names = readdirSync(folder, { recursive: true }).map(String).toSorted();
  expect(names).toEqual(['hall', 'hall/authority.pem', 'hall/certificate.pem', 'hall/key.pem']);
  const read = (name: string) => readFileSync(file(name), 'utf8');
  const key = createPrivateKey(read('key.pem'));
  expect(new X509Certificate(read('certificate.pem')).checkPrivateKey(key)).toBe(true);
  expect(new X509Certificate(read('authority.pem')).checkPrivateKey(key)).toBe(false);
  expect(read('authority.pem') + read('certificate.pem')).not.toContain('PRIVATE');
  expect(statSync(file('key.pem')).mode & 0o777).toBe(0o600);
});

test('the address of before is kept while the machine has it, and the certificate while it is good', async () => {
  const folder = newFolder();
  const authority = () => readFileSync(join(folder, 'hall', 'authority.pem'), 'utf8');
  await prepared(folder);
  const first = authority();
  const later = ['10.9.9.9', address];
  expect(await prepared(folder, {}, later)).toMatchObject({
    settings: { PUBLIC_URL: `http://${address}:3000` },
    certificate: 'kept',
  });
  expect(await prepared(folder, { host: '10.9.9.9' }, later)).toMatchObject({ certificate: 'made' });
  expect(authority()).not.toBe(first);
  const second = authority();
  expect(await prepared(folder, {}, later)).toMatchObject({ settings: { PUBLIC_URL: 'http://10.9.9.9:3000' } });
  expect(authority()).toBe(second);
  expect(await prepared(folder, {}, ['10.1.1.1'])).toMatchObject({
    settings: { PUBLIC_URL: 'http://10.1.1.1:3000' },
    certificate: 'made',
  });
  expect(await prepared(folder, { renew: true }, ['10.1.1.1'])).toMatchObject({ certificate: 'made' });
  const soonOver = new Date(Date.now() + 50 * day);
  expect(await prepared(folder, {}, ['10.1.1.1'], soonOver)).toMatchObject({ certificate: 'made' });
  writeFileSync(join(folder, 'hall', 'certificate.pem'), 'damaged');
  expect(await prepared(folder, {}, ['10.1.1.1'])).toMatchObject({ certificate: 'made' });
});

test('a name that the hall knows, chosen or in PUBLIC_URL, stands on papers', async () => {
  const folder = newFolder();
  expect(await prepared(folder, { host: 'Phieu.Hall' })).toMatchObject({
    settings: { PUBLIC_URL: 'http://phieu.hall:3000' },
  });
  const settings = { PUBLIC_URL: 'http://phieu.hall:8080' };
  expect(await prepared(folder, {}, [address], new Date(), settings)).toMatchObject({ settings, certificate: 'kept' });
});

test('what makes no hall is refused, and nothing is made', async () => {
  const folder = newFolder();
  expect(await prepared(folder, {}, [])).toBe('no-hall-address');
  expect(await prepared(folder, { host: '192.168.1.11' })).toBe('hall-address-not-here');
  expect(await prepared(folder, {}, [address], new Date(), { PUBLIC_URL: 'http://203.0.113.7' })).toBe(
    'hall-address-not-here',
  );
  for (const host of ['phieu hall', 'phieu..hall', '*.hall', '']) {
    expect(await prepared(folder, { host })).toBe('hall-name-invalid');
  }
  expect(await prepared(folder, {}, [address], new Date(), { HOST: '127.0.0.1' })).toBe('hall-hears-itself-only');
  expect(readdirSync(folder)).toEqual([]);
});

test('with a certificate of a name nothing is made, and papers lead to https', async () => {
  const folder = newFolder();
  await makeCertificate(folder);
  const own = { TLS_CERT: join(folder, 'cert.pem'), TLS_KEY: join(folder, 'key.pem') };
  const data = join(folder, 'data');
  expect(await prepared(data, {}, [], new Date(), own)).toEqual({
    settings: { PUBLIC_URL: 'https://localhost:3443' },
    certificate: 'trusted',
    others: [],
  });
  expect(await prepared(data, {}, [], new Date(), { ...own, PUBLIC_URL: 'https://phieu.example' })).toMatchObject({
    settings: {},
  });
});

/** What a phone of the hall is answered: it names the address, the connection comes from this machine. */
function phone(
  port: number,
  path: string,
  authority?: string,
): Promise<{ status: number; bytes: Buffer; type: string }> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, headers: { host: `${address}:${port}` } };
    const secure = {
      servername: '',
      ca: authority,
      checkServerIdentity: (_name: string, shown: PeerCertificate) => checkServerIdentity(address, shown),
    };
    const sent = authority === undefined ? plainRequest(options) : request({ ...options, ...secure });
    sent.on('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          bytes: Buffer.concat(parts),
          type: String(answer.headers['content-type']),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('a phone reads addresses and authority over plain http, and signs in over TLS that only this authority vouches for', async () => {
  const folder = newFolder();
  const made = await prepared(folder);
  if (typeof made === 'string') throw new Error(made);
  const read = readConfig({ ...made.settings, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', TLS_PORT: '0' });
  if (!read.ok) throw new Error(read.problem.en);
  const started = await serve(read.config, { write: () => {} });
  if (!started.ok) throw new Error(started.refusal);
  const [http, https] = [started.service.url, started.service.tlsUrl ?? ''].map((url) => Number(new URL(url).port));
  const pem = readFileSync(join(folder, 'hall', 'authority.pem'), 'utf8');
  const authority = new X509Certificate(pem);
  const addresses = await phone(http ?? 0, '/api/service/addresses');
  expect(JSON.parse(addresses.bytes.toString())).toMatchObject({
    papers: `http://${address}:3000`,
    authority: { fingerprint: authority.fingerprint256, name: expect.stringContaining(address) },
  });
  const file = await phone(http ?? 0, '/api/service/authority.crt');
  expect(file.type).toBe('application/x-x509-ca-cert');
  expect(file.bytes.equals(authority.raw)).toBe(true);
  expect((await phone(http ?? 0, '/api/me')).status).toBe(403);
  expect((await phone(https ?? 0, '/api/me', pem)).status).toBe(401);
  await started.service.stop();
});

test('an authority that did not issue the certificate, or cannot be read, stops the start', async () => {
  const folder = newFolder();
  const made = await prepared(folder);
  if (typeof made === 'string') throw new Error(made);
  const startedWith = async (authority: string) => {
    const settings = { ...made.settings, TLS_AUTHORITY: authority, DATA_DIR: folder, PORT: '0', TLS_PORT: '0' };
    const read = readConfig(settings);
    if (!read.ok) throw new Error(read.problem.en);
    const started = await serve(read.config, { write: () => {} });
    return started.ok ? started.service.stop() : started.refusal;
  };
  const other = await makeHallCertificate({ names: [], addresses: [address] }, new Date());
  writeFileSync(join(folder, 'other.pem'), other.authority);
  expect(await startedWith(join(folder, 'other.pem'))).toBe('tls-authority-apart');
  expect(await startedWith(join(folder, 'missing.pem'))).toBe('tls-authority-unreadable');
  expect(readConfig({ TLS_AUTHORITY: 'ca.pem' })).toMatchObject({ ok: false, refusal: 'setting-missing' });
});
