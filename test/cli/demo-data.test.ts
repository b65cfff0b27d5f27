import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startService } from '../../src/cli/demo/service-process.ts';
import { phieu } from '../support/service/commands.ts';

let folder = '';
let port = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demo-data-'));
  port = String(await freePort());
});
afterAll(() => rmSync(folder, { recursive: true }));

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as AddressInfo;
      server.close(() => resolve(free));
    });
  });
}

const load = () =>
  phieu(['demo-data', '--out', join(folder, 'papers'), '--stages', 'draft,cancelled', '--lang', 'en'], {
    ...{ DATA_DIR: join(folder, 'data'), PORT: port },
  });

test('the example is loaded into an empty service, whose people can sign in and find their session', async () => {
  const said = await load();
  expect(said).toMatchObject({ status: 0, stderr: '' });
  expect(said.stdout).toContain(`PORT=${port} npm start, http://localhost:${port}\n`);
  const password = /password: (\S+)/.exec(said.stdout)?.[1];
  expect(readdirSync(join(folder, 'papers')).sort()).toEqual([expect.stringMatching(/Hưng Nhượng$/), 'sign-ins.pdf']);
  const service = await startService(join(folder, 'data'), {});
  const signIn = async (username: string) => {
    const { token } = await post(service.baseUrl, '/api/sign-in', { username, password });
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${service.baseUrl}/api/sessions`, { headers })).json();
  };
  const drafts = await signIn('chutri.phutuc');
  expect(drafts).toMatchObject([1, 2].map(() => ({ committeeName: 'Đảng ủy xã Phú Túc', state: 'draft' })));
  expect(drafts.map(({ formId }: { formId: string }) => formId).sort()).toEqual(['366-qd-tw-2025-org', 'qd-96-2023']);
  expect(await signIn('vanphong.hungnhuong')).toMatchObject([{ state: 'cancelled' }]);
  expect(await signIn('kiemphieu1')).toMatchObject([{ state: 'cancelled', mine: expect.arrayContaining(['teller']) }]);
  expect(readFileSync(join(folder, 'data', 'server.log'), 'utf8')).not.toContain(password);
  await service.stop();
}, 600_000);

test('a folder in use, a port that is taken and a port that is none are each named', async () => {
  const service = await startService(join(folder, 'data'), {});
  const inUse = await load();
  expect(inUse).toMatchObject({ status: 1, stdout: '' });
  expect(inUse.stderr).toMatch(
    /^phieu: \S+data đang được một tiến trình phieu khác sử dụng.*is in use by another phieu/,
  );
  await service.stop();
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const taken = String((other.address() as AddressInfo).port);
  const at = (PORT: string) => phieu(['demo-data', '--lang', 'en'], { DATA_DIR: join(folder, 'other'), PORT });
  expect((await at(taken)).stderr).toContain(`Port ${taken} is in use by another program`);
  other.close();
  expect((await at('0')).stderr).toContain('PORT=0: the example’s papers need a fixed port');
});

test('a service with people in it is left as it is', async () => {
  const said = await load();
  expect(said).toMatchObject({ status: 1, stdout: '' });
  expect(said.stderr).toContain('holds data already');
});

async function post(baseUrl: string, path: string, body: unknown) {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(baseUrl + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
}
